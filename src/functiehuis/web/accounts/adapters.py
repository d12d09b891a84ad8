"""How signing in behaves: nobody makes an account by himself; an administrator does, or a service that the organisation trusts."""

from __future__ import annotations

from allauth.account.adapter import DefaultAccountAdapter
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.http import HttpRequest


class AccountAdapter(DefaultAccountAdapter):
    """Accounts with a password."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never: an administrator makes accounts."""
        return False


class SocialAccountAdapter(DefaultSocialAccountAdapter):
    """Accounts through OpenID Connect: only for an address that an administrator gave a role."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: object) -> bool:
        """Never: an address without an account here is refused."""
        return False
