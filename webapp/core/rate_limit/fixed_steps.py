"""The atomic steps of fixed windows, as Valkey runs them: in milliseconds, by its own clock.

A scope's log holds each call by the last moment at which it may have arrived: that of its
answer, or, while it is under way, the latest one possible. A call counts in a window of `span`
seconds until `span` seconds after that moment. Calls of others with the same key stand beside
the log, as many as the upstream counted above ours.
"""

# KEYS: the scopes. ARGV: pad, longest way, reserve, the call's name, then each scope's windows
# until told otherwise, or a dash where nothing is counted.
TAKE = """
local clock = redis.call('TIME')
local now = clock[1] * 1000 + math.floor(clock[2] / 1000)
local pad, way, reserve = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3])
local wait, kept = 0, {}
for i, scope in ipairs(KEYS) do
  local frozen = redis.call('PTTL', scope .. ':freeze')
  if frozen > wait then wait = frozen end
  local said = redis.call('GET', scope .. ':told') or ARGV[i + 4]
  local widest = 0
  for _, span in string.gmatch(said, '(%d+):(%d+)') do
    if tonumber(span) > widest then widest = tonumber(span) end
  end
  local log = scope .. ':log'
  redis.call('ZREMRANGEBYSCORE', log, '-inf', now - widest * 1000 - pad - way)
  for calls, span in string.gmatch(said, '(%d+):(%d+)') do
    local most, reach = tonumber(calls), span * 1000 + pad
    if tonumber(span) == widest then most = most - math.ceil(most * reserve) end
    local others = tonumber(redis.call('GET', scope .. ':others:' .. span) or '0')
    local room = most - others
    if redis.call('ZCOUNT', log, '(' .. (now - reach), '+inf') >= room then
      local left = reach
      if others > 0 then left = redis.call('PTTL', scope .. ':others:' .. span) end
      if room > 0 then
        local last = redis.call('ZREVRANGE', log, room - 1, room - 1, 'WITHSCORES')
        left = math.min(tonumber(last[2]), now) + reach - now
      end
      wait = math.max(wait, left, 1)
    end
  end
  if said ~= '-' then kept[log] = widest * 1000 + pad + 2 * way end
end
if wait > 0 then return {wait} end
for log, long in pairs(kept) do
  redis.call('ZADD', log, now + way, ARGV[4])
  redis.call('PEXPIRE', log, long)
end
return {0, now}
"""

# KEYS: the scopes. ARGV: pad, seconds to remember, the call's name, when it was taken (0: not
# known), then for each scope the windows and the counts its answer named.
ANSWERED = """
local clock = redis.call('TIME')
local now = clock[1] * 1000 + math.floor(clock[2] / 1000)
local pad, taken = tonumber(ARGV[1]), tonumber(ARGV[4])
if taken == 0 then taken = now end
for i, scope in ipairs(KEYS) do
  local log, windows, counts = scope .. ':log', ARGV[3 + 2 * i], ARGV[4 + 2 * i]
  if ARGV[3] ~= '' then redis.call('ZADD', log, 'XX', now, ARGV[3]) end
  if windows ~= '' then redis.call('SET', scope .. ':told', windows, 'EX', ARGV[2]) end
  for _, span in string.gmatch(windows, '(%d+):(%d+)') do
    local long = span * 1000 + 2 * pad
    if redis.call('PTTL', log) < long then redis.call('PEXPIRE', log, long) end
  end
  for count, span in string.gmatch(counts, '(%d+):(%d+)') do
    local key, reach = scope .. ':others:' .. span, span * 1000 + pad
    local others = count - redis.call('ZCOUNT', log, '(' .. (taken - reach), '+inf')
    local known = tonumber(redis.call('GET', key) or '0')
    if others > 0 and others >= known then redis.call('SET', key, others, 'PX', reach) end
  end
end
return 1
"""
