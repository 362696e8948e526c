"""The link-margin Monte Carlo in numpy, as anybody would write it, with numpy's own generator and batches of 65,536. Speaks the protocol of link_margin.cpp.

python3 link_margin.py SAMPLES
"""
import sys
import time

import numpy as np

COEFFICIENTS = [float(x) for x in next(line for line in open(__file__.replace('.py', '.h').replace('link_margin.h', 'coefficients.h'))
                                       if 'ErfcReduced[' in line).split('{')[1].split('}')[0].split(',')]


def erfc(x):
    q = (x - 3) / (x + 3)
    return np.polyval(COEFFICIENTS[::-1], q) / (1 + 2 * x) * np.exp(-x * x)


def batch(rng, n):
    laser, mate, dx, dy, out, response, noise, rin = rng.standard_normal((8, n))
    warm = 60 * rng.random(n)
    modulator, way = rng.triangular(3.0, 3.6, 5.0, n), rng.triangular(0.10, 0.25, 0.75, n)
    extinction = rng.uniform(4.0, 5.5, n)
    loss = (np.maximum(0.05, 0.25 + 0.1 * mate) + 1.2 + 0.20524314 * 0.36 * (dx * dx + dy * dy) + modulator + 1.3 + 0.15 * out + 2 * way + 0.35 + 0.02 * warm)
    received = 10 ** ((0.5 + 0.5 * laser - loss) / 10)
    contrast = 10 ** (extinction / 10)
    crosstalk = 10 ** ((0.05 * warm - 32) / 20)
    zero = (0.95 + 0.03 * response) * (2 * received / (contrast + 1))
    one = zero * contrast
    thermal = ((16 + 1.2 * noise) * (1 + 0.002 * warm)) ** 2 * 4e-8
    relative = 10 ** ((-148 + 1.5 * rin) / 10) * 4e10
    q = (one - zero) * (1 - 2 * crosstalk) / 3 / (np.sqrt(thermal + one * (1.2816e-5 + relative * one)) + np.sqrt(thermal + zero * (1.2816e-5 + relative * zero)))
    errors = 0.375 * erfc(0.7071067811865476 * q)
    margin = 10 * np.log10(q / 3.4)
    bins = np.histogram(margin, 256, (-6, 10))[0]
    return np.count_nonzero((errors < 2.4e-4) & (one < 2.0)), margin.sum(), (margin * margin).sum(), margin.min(), margin.max(), errors.sum(), bins


samples = int(sys.argv[1])
for _ in sys.stdin:
    rng, start, passed, total, least, errors = np.random.default_rng(12345), time.process_time(), 0, 0.0, 1e300, 0.0
    for _ in range(samples // 65536):
        p, s, _, low, _, e, _ = batch(rng, 65536)
        passed, total, least, errors = passed + p, total + s, min(least, low), errors + e
    print(f'{(time.process_time() - start) / samples * 1e9:.9g} {samples} {passed} {total / samples:.12g} {least:.12g} {errors / samples:.12g}', flush=True)
