"""The peer of our box search: astropy's BoxLeastSquares, on the same points and periods, when benchmarks.LightCurveBenchmark says so.

Usage: boxsearch.py CURVE.csv PERIODS.csv EVERY
CURVE.csv has time and flux in each line, PERIODS.csv a period; of those every EVERYth is searched, as four years take long, and the time
is multiplied by that. Prints the seconds of processor time, and the period of the highest power.
"""
import sys
import time

import astropy
import numpy as np
from astropy.timeseries import BoxLeastSquares

curve = np.loadtxt(sys.argv[1], delimiter=",")
every = int(sys.argv[3])
periods = np.loadtxt(sys.argv[2])[::every]
durations = np.array([0.05, 0.1, 0.15, 0.2, 0.3, 0.4])
search = BoxLeastSquares(curve[:, 0], curve[:, 1])
search.power(periods[:4], durations, oversample=10)
start = time.process_time()
power = search.power(periods, durations, oversample=10)
seconds = (time.process_time() - start) * every
print(astropy.__version__, seconds, power.period[np.argmax(power.power)])
