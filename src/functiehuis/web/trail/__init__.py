"""The trail on screen. In: requests about what happened. Out: pages. Refuses by the policy."""
