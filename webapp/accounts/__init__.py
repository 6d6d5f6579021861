"""Who asks: accounts, how they sign in, what they own, what they may do.

An account is known by its identities (provider and subject), never by an address or a name.
Sessions are rows on our side; the cookie holds a secret whose hash names the row. Nothing here
knows a game.
"""
