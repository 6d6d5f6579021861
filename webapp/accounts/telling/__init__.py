"""Telling people what happened: from ends of work to notices, and out to where they want them.

Done by a worker only. What is told is a row before it is sent, and sending is a job of its own.
"""
