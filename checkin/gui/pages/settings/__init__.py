"""The Settings page's views: plain values in, signals out; the controllers of gui/control/settings drive them."""
