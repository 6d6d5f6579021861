"""Providers of identity as stand-ins: five people sign in with one click, codes hold once.

Below /identity stand discord, google, github, eve and steam, each as strict as the real one:
a code belongs to its client, its return address and its PKCE verifier, and works once.
"""
