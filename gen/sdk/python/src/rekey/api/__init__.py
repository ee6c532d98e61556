"""The operations, a module a surface."""
