"""What connects the Desk's views with the services: each verb of the page in a file of its own."""
