"""What lies behind ``scrutiny.journal``; nothing outside it imports from here."""
