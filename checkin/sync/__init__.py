"""Exchange with other machines (hub, sources); filled by the issues of the hub and the registration system."""
