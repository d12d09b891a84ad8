"""Accounts: signing in, who has which role, keys for programs.

In: requests about accounts. Out: pages. Refuses by the policy, and by the rules on passwords of ``project/settings.py``.
"""
