"""The atomic steps of fixed windows, as Valkey runs them: in milliseconds, by its own clock."""

# KEYS: the scopes. ARGV: pad, reserve, then each scope's windows until told otherwise.
TAKE = """
local clock = redis.call('TIME')
local now = clock[1] * 1000 + math.floor(clock[2] / 1000)
local wait, found = 0, {}
for i, scope in ipairs(KEYS) do
  local frozen = redis.call('PTTL', scope .. ':freeze')
  if frozen > wait then wait = frozen end
  local said = redis.call('GET', scope .. ':told') or ARGV[i + 2]
  local widest = 0
  for calls, span in string.gmatch(said, '(%d+):(%d+)') do
    if tonumber(span) > widest then widest = tonumber(span) end
  end
  for calls, span in string.gmatch(said, '(%d+):(%d+)') do
    local key, most = scope .. ':' .. span, tonumber(calls)
    if tonumber(span) == widest then most = most - math.ceil(most * tonumber(ARGV[2])) end
    local held = tonumber(redis.call('HGET', key, 'n') or '0')
    if held >= most then
      local left = redis.call('PTTL', key)
      if left < 1 then left = 1 end
      if left > wait then wait = left end
    end
    table.insert(found, {i, key, span})
  end
end
if wait > 0 then return {wait} end
local opened = {0}
for _, one in ipairs(found) do
  local key, span = one[2], one[3]
  if redis.call('HINCRBY', key, 'n', 1) == 1 then
    redis.call('HSET', key, 'at', now)
    redis.call('PEXPIRE', key, span * 1000 + ARGV[1])
  end
  for _, told in ipairs({one[1], span, redis.call('HGET', key, 'at')}) do
    table.insert(opened, told)
  end
end
return opened
"""

# KEYS: the scope. ARGV: pad, seconds to remember, windows, then span, count and opening of each.
TOLD = """
redis.call('SET', KEYS[1] .. ':told', ARGV[3], 'EX', ARGV[2])
for i = 4, #ARGV, 3 do
  local key, count = KEYS[1] .. ':' .. ARGV[i], tonumber(ARGV[i + 1])
  local at = redis.call('HGET', key, 'at')
  if not at then
    if ARGV[i + 2] == '' then
      local clock = redis.call('TIME')
      redis.call('HSET', key, 'n', count, 'at',
        clock[1] * 1000 + math.floor(clock[2] / 1000))
      redis.call('PEXPIRE', key, ARGV[i] * 1000 + ARGV[1])
    end
  elseif at == ARGV[i + 2] or ARGV[i + 2] == '' then
    if count > tonumber(redis.call('HGET', key, 'n')) then redis.call('HSET', key, 'n', count) end
    if count == 1 then redis.call('PEXPIRE', key, ARGV[i] * 1000 + ARGV[1]) end
  end
end
return 1
"""
