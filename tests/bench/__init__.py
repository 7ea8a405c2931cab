"""How fast the product is for a person's finger, measured on its real windows: `make bench`.

`python -m tests.bench` prints medians and 95th percentiles beside the limits the project has set
itself. It is no test: times depend on the machine, so it always ends with 0 and says PASS or OVER.
"""
