"""Who may do what, at every address there is. Nothing is inherited: GET and POST stand apart.

A line is a method, a rule (braces unfold, converters are left out), and what each of seven gets;
one word stands for all seven, and `in` is: sent to sign in first. They ask for Ada's things:
`owner` is Ada, `other` somebody with things of their own, `player` somebody without any. All of
them showed who they are just now. A way into the app that is not here fails the tests, and so
does a line that leads nowhere. `places.py` and `things.py` fill in arguments, `forms.py` says
what is sent.
"""

ROLES = ("anonymous", "player", "owner", "other", "organiser", "moderator", "admin")

TABLE = """
#                                          anonymous player owner other organiser moderator admin
# The house
GET  /{,index.json,styleguide,styleguide.json,open.json}                       200
GET  /open                                                                     200
POST /open                                                                     400  # no file
GET  /{favicon.ico,healthz,robots.txt,sitemap.xml,sitemaps/house.xml}          200
GET  /static/<digest>/<name>                                                   200
GET  /readyz                                                                   503  # no scheduler
GET  /metrics                                                                  404  # from elsewhere
GET  /me/slot                                                                  200
GET  /<room>/<player>/feed.atom                                                200
GET  /jobs/<run_id>{,.json}                                                    200
POST /jobs/<run_id>/retry                                                      303
GET  /cards/<room>/<kind>/<key>.png                                            200
GET  /sitemaps/<room>/<name>/<number>.xml                                      200

# Signing in and out
GET  /sign-in{,.json}                                                          200
POST /sign-in/<provider>                                                       303
GET  /sign-in/<provider>/callback                                              400
GET  /sign-in/link/<secret>                                                    200
POST /sign-in/link/<secret>                                                    303
GET  /sign-in/{password,password.json,password/sent}                           200
POST /sign-in/{password,password/link}                                         400  # empty
GET  /sign-in/password/new/<secret>               410   410   200   410   410   410   410
POST /sign-in/password/new/<secret>               410   410   400   410   410   410   410  # empty
POST /sign-out                                                                 303

# Deadlock
GET  /deadlock{,.json}                                                         200
GET  /deadlock/matches                                                         303
GET  /deadlock/matches/<match_id>{,/builds,/chance,/combat,/combat/deaths}     200
GET  /deadlock/matches/<match_id>{,/builds,/chance,/combat,/combat/deaths}.json  200
GET  /deadlock/matches/<match_id>{/combat/fights,/data,/economy,/findings}     200
GET  /deadlock/matches/<match_id>{/combat/fights,/data,/economy,/findings}.json  200
GET  /deadlock/matches/<match_id>{/laning,/map,/objectives,/performance}       200
GET  /deadlock/matches/<match_id>{/laning,/map,/objectives,/performance}.json  200
GET  /deadlock/matches/<match_id>/{analysis.json,combat.csv,paths,raw}         200
GET  /deadlock/matches/<match_id>/{damage,positions,snapshots}.parquet         200
GET  /deadlock/matches/<match_id>/tables/<name>.csv                            200
GET  /deadlock/matches/<match_id>/demo/{heights,<name>.csv,<name>.parquet}     404  # no demo read
POST /deadlock/matches/<match_id>/{analysis,builds,demo}                       303
POST /deadlock/matches/<match_id>/demo/file                                    400  # no file
POST /deadlock/matches/<match_id>/wording                                      404  # nobody words
GET  /deadlock/players/<number>{,.json}                                        200
GET  /deadlock/players/<account_id>/{people,trends}{,.json}                    200
GET  /deadlock/players/<account_id>/tables/<name>.csv                          200
GET  /deadlock/players/<account_id>/with                                       404  # whom?
GET  /deadlock/players/<account_id>/with/<other_id>{,.json,/figures.csv}       200
POST /deadlock/players/<account_id>/{analyses,history}                         303
GET  /deadlock/heroes{,.json,.csv}                                             200
GET  /deadlock/heroes/<hero_id>{,.json,/tables/<name>.csv}                     200
GET  /deadlock/method{,/win-chance}{,.json}                                    200
GET  /deadlock/method/win-chance/<name>.csv                                     200
GET  /deadlock/{art/<name>,demos/<name>,uploads/<digest>}                      404  # none brought

# Dota 2
GET  /dota2{,.json}                                                            200
GET  /dota2/matches/<match_id>{,/builds,/chance,/chat,/combat,/data,/draft}    200
GET  /dota2/matches/<match_id>{,/builds,/chance,/chat,/combat,/data,/draft}.json  200
GET  /dota2/matches/<match_id>{/economy,/fights,/findings,/laning}{,.json}     200
GET  /dota2/matches/<match_id>{/map,/objectives,/parse}{,.json}                200
GET  /dota2/matches/<match_id>/{analysis.json,raw,tables/<name>.csv}           200
POST /dota2/matches/<match_id>/{analysis,parse}                                303
POST /dota2/matches/<match_id>/wording                                         404  # nobody words
GET  /dota2/players/<number>{,.json}                                           200
GET  /dota2/players/<account_id>/{people,people.json,tables/<name>.csv}        200
POST /dota2/players/<account_id>/{analyses,history}                            303
GET  /dota2/names/<name>                                                       200
POST /dota2/names/<name>                                                       303
GET  /dota2/leagues                                                            303
GET  /dota2/leagues/<league_id>{,.json,/feed.atom,/matches.csv}                200
POST /dota2/leagues/<league_id>/follow             in   403   403   403   303   303   303
GET  /dota2/{method,win-chance}{,.json}                                        200
GET  /dota2/win-chance/<name>.csv                                              200
POST /dota2/replays                                                            400  # no file
GET  /dota2/{art/<name>,uploads/<digest>}                                      404  # none brought

# League of Legends
GET  /lol{,.json}                                                              200
GET  /lol/matches/<match_id>{,/builds,/chance,/combat,/data,/economy}{,.json}  200
GET  /lol/matches/<match_id>{/findings,/laning,/map,/objectives,/vision}{,.json}  200
GET  /lol/matches/<match_id>/{analysis.json,raw,raw/timeline,tables/<name>.csv}  200
POST /lol/matches/<match_id>/{analysis,timeline}                               303
POST /lol/matches/<match_id>/wording                                           404  # nobody words
GET  /lol/champions{,.json,.csv}                                               200
GET  /lol/champions/<champion_id>{,.json,/tables/<name>.csv}                   200
GET  /lol/summoners                                                            303
GET  /lol/summoners/<where>/<slug>{,/champions,/live,/people,/profile}{,.json}  200
GET  /lol/summoners/<where>/<slug>/now                                         200
GET  /lol/summoners/<where>/<slug>/tables/<name>.csv                           200
POST /lol/summoners/<where>/<slug>/{live,matches,update}                       303
GET  /lol/{method,win-chance}{,.json}                                          200
GET  /lol/win-chance/<name>.csv                                                200
GET  /lol/{art/<name>,uploads/<digest>}                                        404  # none brought
GET  /lol/summoners/<where>/<slug>/coach{,.json}                               200
POST /lol/summoners/<where>/<slug>/coach                                       409  # no coach here
GET  /lol/coach/<talk_id>{,.json}                                              200
POST /lol/coach/<talk_id>                                                      409  # no coach here
GET  /api/lol/{champions,champions/<champion_id>,matches/<match_id>}           200
GET  /api/lol/users/<user>/{fetch_rank,matches}                                200
POST /api/lol/matches/<match_id>                                               202
POST /api/lol/{fetch_user,users/sign_in,users/sign_up}                         400  # empty

# The account
#                                          anonymous player owner other organiser moderator admin
GET  /account                                      in   200   200   200   200   200   200
GET  /account.json                                401   200   200   200   200   200   200
POST /account/preferences                          in   400   400   400   400   400   400  # empty
GET  /account/identities                           in   200   200   200   200   200   200
GET  /account/identities.json                     401   200   200   200   200   200   200
POST /account/identities/<identity_id>/unlink      in   404   303   404   404   404   404
GET  /account/identities/claims/<provider>         in   200   200   200   200   200   200
GET  /account/identities/claims/<provider>.json   401   200   200   200   200   200   200
POST /account/identities/claims/<provider>         in   400   400   400   400   400   400  # empty
POST /account/identities/claims/<provider>/check   in   409   409   409   409   409   409  # none
GET  /account/merge                                in   200   200   200   200   200   200
GET  /account/merge.json                          401   200   200   200   200   200   200
POST /account/merge                                in   409   409   409   409   409   409  # none
POST /account/merge/decline                        in   303   303   303   303   303   303
GET  /account/password                             in   200   200   200   200   200   200
GET  /account/password.json                       401   200   200   200   200   200   200
POST /account/password                             in   400   400   400   400   400   400  # empty
GET  /account/sessions                             in   200   200   200   200   200   200
GET  /account/sessions.json                       401   200   200   200   200   200   200
POST /account/sessions/<handle>/end                in   404   303   404   404   404   404
POST /account/sessions/{all,others}/end            in   303   303   303   303   303   303
GET  /account/tokens                               in   200   200   200   200   200   200
GET  /account/tokens.json                         401   200   200   200   200   200   200
POST /account/tokens                               in   201   201   201   201   201   201
POST /account/tokens/<token_id>/revocation         in   404   303   404   404   404   404
GET  /account/notifications                        in   200   200   200   200   200   200
GET  /account/notifications.json                  401   200   200   200   200   200   200
POST /account/notifications/{bell,read}            in   303   303   303   303   303   303
POST /account/notifications/{discord,email}        in   400   400   400   400   400   400  # empty
GET  /account/notifications/email/<proof>                                      200  # a secret
POST /account/notifications/email/<proof>                                      303  # of a mail
POST /account/channels/<channel_id>/{events,opening,removal,test}  in 404 303 404 404 404 404
GET  /account/webhooks                             in   200   200   200   200   200   200
GET  /account/webhooks.json                       401   200   200   200   200   200   200
POST /account/webhooks                             in   400   400   400   400   400   400  # empty
GET  /account/webhooks/<channel_id>                in   404   200   404   404   404   404
GET  /account/webhooks/<channel_id>.json          401   404   200   404   404   404   404
POST /account/webhooks/<channel_id>/secret         in   404   201   404   404   404   404
POST /account/webhooks/deliveries/<delivery_id>/again  in 404 303   404   404   404   404
GET  /account/data                                 in   200   200   200   200   200   200
GET  /account/data.json                           401   200   200   200   200   200   200
POST /account/data/archives                        in   303   303   303   303   303   303
GET  /account/data/deleted{,.json}                                              200
GET  /account/data/archives/<export_id>.zip        in   404   200   404   404   404   404
POST /account/data/deletion                        in   400   400   400   400   400   400  # empty
GET  /account/<name>.csv                           in   200   200   200   200   200   200
GET  /account/webhooks/<channel_id>.csv            in   404   200   404   404   404   404
GET  /me/<name>.csv                                in   200   200   200   200   200   200
GET  /me/bell{,.json}                                                          200
GET  /me/follow                                    in   200   200   200   200   200   200
GET  /me/follow.json                                                           200
POST /me/follow                                    in   303   303   303   303   303   303
GET  /me/things                                    in   200   200   200   200   200   200
GET  /me/things.json                              401   200   200   200   200   200   200
POST /me/things/<follow_id>/removal                in   404   303   404   404   404   404

# The API: twins of pages, read by anybody; asked for by accounts
GET  /api{,/operations.csv,/problems.csv}                                      200
GET  /api/operations/<operation_id>{,/<name>.csv}                              200
GET  /api/v1/{index,search,status,openapi.json}                                200
GET  /api/v1/deadlock{,/heroes,/heroes/<hero_id>,/method,/method/win-chance}   200
GET  /api/v1/deadlock/matches/<match_id>{,/analysis,/builds,/chance,/combat}   200
GET  /api/v1/deadlock/matches/<match_id>/combat/{deaths,fights}                200
GET  /api/v1/deadlock/matches/<match_id>/{data,economy,findings,laning,map}    200
GET  /api/v1/deadlock/matches/<match_id>/{objectives,performance}              200
GET  /api/v1/deadlock/players/<number>                                         200
GET  /api/v1/deadlock/players/<account_id>/{people,trends,with/<other_id>}     200
GET  /api/v1/dota2{,/method,/win-chance}                                       200
GET  /api/v1/dota2/matches/<match_id>{,/analysis,/builds,/chance,/chat}        200
GET  /api/v1/dota2/matches/<match_id>/{combat,data,draft,economy,fights}       200
GET  /api/v1/dota2/matches/<match_id>/{findings,laning,map,objectives,parse}   200
GET  /api/v1/dota2/players/{<number>,<account_id>/people}                      200
GET  /api/v1/dota2/leagues/<league_id>                                         200
GET  /api/v1/lol{,/champions,/champions/<champion_id>,/method,/win-chance}     200
GET  /api/v1/lol/coach/<talk_id>                                               200
GET  /api/v1/lol/matches/<match_id>{,/analysis,/builds,/chance,/combat,/data}  200
GET  /api/v1/lol/matches/<match_id>/{economy,findings,laning,map}              200
GET  /api/v1/lol/matches/<match_id>/{objectives,vision}                        200
GET  /api/v1/lol/summoners/<where>/<slug>{,/champions,/coach,/live,/people}    200
GET  /api/v1/lol/summoners/<where>/<slug>/profile                              200
GET  /api/v1/jobs/<run_id>                                                     200
POST /api/v1/{tokens,tokens/refresh,tokens/revocation}                         401  # no token
#                                          anonymous player owner other organiser moderator admin
GET  /api/v1/{me,jobs}                            401   200   200   200   200   200   200
POST /api/v1/jobs/<run_id>/cancellation           401   404   200   404   404   404   404
POST /api/v1/jobs/<run_id>/retry                  401   202   202   202   202   202   202
POST /api/v1/files                                401   400   400   400   400   400   400  # none
POST /api/v1/deadlock/matches/<match_id>/{analysis,builds,demo}  401 202 202 202 202 202 202
POST /api/v1/deadlock/matches/<match_id>/demo/file  401 400   400   400   400   400   400  # none
POST /api/v1/deadlock/players/<account_id>/{analyses,history}  401 202 202 202 202 202 202
POST /api/v1/dota2/matches/<match_id>/{analysis,parse}  401 202 202 202   202   202   202
POST /api/v1/dota2/players/<account_id>/{analyses,history}  401 202 202 202 202 202 202
POST /api/v1/dota2/replays                        401   400   400   400   400   400   400  # none
POST /api/v1/dota2/leagues/<league_id>/follow         401   403   403   403   202   202   202
POST /api/v1/dota2/names/<name>                   401   202   202   202   202   202   202
POST /api/v1/lol/matches/<match_id>/{analysis,timeline}  401 202 202  202  202  202   202
POST /api/v1/lol/coach/<talk_id>                  401   409   409   409   409   409   409
POST /api/v1/lol/summoners/<where>/<slug>/coach   401   409   409   409   409   409   409
POST /api/v1/lol/summoners/<where>/<slug>/{live,matches,update}  401 202 202 202 202 202 202
POST /api/v1/{deadlock,dota2,lol}/matches/<match_id>/wording  401 404 404 404 404 404 404

# For admins
GET  /status{,.json,/<name>.csv}                                               200
#                                          anonymous player owner other organiser moderator admin
GET  /admin{,/audit,/datasets,/jobs,/people,/quarantine}{,.json}  404 404 404 404 404 404 200
GET  /admin/{settings,storage,upstreams}{,.json}  404   404   404   404   404   404   200
GET  /admin/<name>.csv                            404   404   404   404   404   404   200
GET  /admin/jobs/<run_id>{,.json}                 404   404   404   404   404   404   200
GET  /admin/jobs/<run_id>/calls.csv               404   404   404   404   404   404   200
GET  /admin/people/<account_id>/<name>.csv        404   404   404   404   404   404   200
GET  /admin/quarantine/<note_id>/differences.csv  404   404   404   404   404   404   200
GET  /admin/upstreams/<family>/<name>.csv         404   404   404   404   404   404   200
GET  /admin/people/<account_id>{,.json}           404   404   404   404   404   404   200
GET  /admin/quarantine/<note_id>{,.json,/raw}     404   404   404   404   404   404   200
GET  /admin/upstreams/<name>{,.json}              404   404   404   404   404   404   200
POST /admin/datasets/{refresh,version}            404   404   404   404   404   404   409
POST /admin/jobs/<run_id>/cancellation            404   404   404   404   404   404   303
POST /admin/jobs/<run_id>/retry                   404   404   404   404   404   404   409
POST /admin/jobs/{pause,release}                  404   404   404   404   404   404   303
POST /admin/jobs/requeue                          404   404   404   404   404   404   409  # none
POST /admin/people/<account_id>/{role,shutting,sign-out}  404 404 404 404 404 404 303
POST /admin/people/<account_id>/link              404   404   404   404   404   404   200
POST /admin/people/<account_id>/opening           404   404   404   404   404   404   409  # open
POST /admin/quarantine/rerun                      404   404   404   404   404   404   409
POST /admin/quarantine/<note_id>/rerun            404   404   404   404   404   404   409
POST /admin/quarantine/<note_id>/settlement       404   404   404   404   404   404   303
POST /admin/storage/count                         404   404   404   404   404   404   303
POST /admin/storage/removal                       404   404   404   404   404   404   409
POST /admin/upstreams/<name>/pause                404   404   404   404   404   404   303
POST /admin/upstreams/<name>/release              404   404   404   404   404   404   303
"""
