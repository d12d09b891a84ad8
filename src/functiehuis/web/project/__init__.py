"""How the application is put together: settings from the environment, addresses, what stands around every request.

In: environment variables (documented in ``environment.py``). Out: a WSGI application. Wrong settings are told by system checks with an id and a hint.
"""
