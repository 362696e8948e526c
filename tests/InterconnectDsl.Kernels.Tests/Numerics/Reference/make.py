"""Writes the tables beside it: arguments that are doubles, and the value there to 25 digits, by mpmath with 60 to 400 digits.

python3 make.py
"""
import os
import random
import struct

from mpmath import (atan2, betainc, binomial, cos, erf, erfc, exp, expm1, findroot, gammainc, hypot, inf, ln, log, log10, log1p, loggamma, mp, mpf, ncdf,
                    nstr, pi, power, sin, sqrt, tan)

HERE = os.path.dirname(os.path.abspath(__file__))
random.seed(20240607)


def write(name, rows):
    with open(os.path.join(HERE, name + ".txt"), "w", newline="\n") as out:
        for *xs, y in rows:
            out.write(" ".join(repr(float(x)) for x in xs) + " " + nstr(y, 25, strip_zeros=False, min_fixed=0, max_fixed=0) + "\n")


def sample(low, high, n):
    return [random.uniform(low, high) for _ in range(n)]


def logs(low, high, n):
    return [10.0 ** random.uniform(low, high) for _ in range(n)]


def signed(xs):
    return [x if random.random() < 0.5 else -x for x in xs]


def near(x, n, steps=40):
    bits = struct.unpack("<q", struct.pack("<d", x))[0]
    return [struct.unpack("<d", struct.pack("<q", bits + random.randint(-steps, steps)))[0] for _ in range(n)]


def unary(name, f, xs, digits=60):
    mp.dps = digits
    write(name, [(x, f(mpf(x))) for x in xs])


def normal_inverse(p):
    lower = p if p < mpf(1) / 2 else 1 - p
    if lower == mpf(1) / 2:
        return mpf(0)
    start = sqrt(-2 * log(lower)) if lower < mpf("0.2") else 2.5 * (mpf(1) / 2 - lower)
    root = findroot(lambda z: log(erfc(z / sqrt(mpf(2))) / 2) - log(lower), start)
    return -root if p < mpf(1) / 2 else root


def at_least(k, n, p):
    k, n, p = int(k), int(n), mpf(p)
    return sum(binomial(n, i) * p ** i * (1 - p) ** (n - i) for i in range(k, n + 1))


def chi2(probability, degrees):
    a = mpf(degrees) / 2
    if degrees == 2:
        return -2 * log1p(-mpf(probability))
    z = normal_inverse(mpf(probability))
    guess = a * (1 - 1 / (9 * a) + z / (3 * sqrt(a))) ** 3
    if guess < a / 100:
        guess = exp((log(mpf(probability)) + loggamma(a + 1)) / a)
    f = lambda u: log(gammainc(a, 0, exp(u), regularized=True) / mpf(probability)) if probability < 0.5 else log(
        gammainc(a, exp(u), inf, regularized=True) / (1 - mpf(probability)))
    return 2 * exp(findroot(f, (log(guess) - mpf(1) / 100, log(guess) + mpf(1) / 100), solver="secant"))


unary("exp", exp, signed(logs(-10, 2.8, 90)) + sample(-2, 2, 60) + [1.0, -1.0, 0.5, 709.7, -708.3])
unary("expm1", expm1, signed(logs(-12, 2.5, 90)) + sample(-1, 1, 90) + sample(-0.03, 0.03, 60))
unary("ln", ln, logs(-300, 300, 90) + sample(0.5, 2, 90) + near(1.0, 20) + near(0.99, 20) + [2.0, 10.0, 5e-324, 1.7e308])
unary("ln1p", log1p, signed(logs(-15, -0.1, 90)) + logs(0, 20, 50) + sample(-0.99, 1, 60) + sample(-0.01, 0.01, 50))
unary("log10", log10, logs(-300, 300, 90) + sample(0.5, 2, 60) + near(1.0, 20) + near(1000.0, 20))
unary("log2", lambda x: log(x, 2), logs(-300, 300, 90) + sample(0.5, 2, 60) + near(1.0, 20) + near(1024.0, 20))
unary("pow10", lambda x: power(10, x), signed(logs(-10, 2.48, 90)) + sample(-20, 20, 60) + [0.3, -307.5, 308.2])
unary("from_decibel", lambda x: power(10, x / 10), signed(logs(-8, 3.48, 90)) + sample(-60, 60, 90) + [3.0, -3.0, 0.35, 4.771])
unary("to_decibel", lambda x: 10 * log10(x), logs(-300, 300, 60) + sample(0.5, 2, 60) + near(1.0, 20) + near(0.5, 20))
mp.dps = 400
angles = signed(logs(-8, 1.2, 90)) + signed(logs(1, 308, 60)) + near(1647098.0, 10) + [k * 1.5707963267948966 for k in range(1, 30)] + [
    6381956970095103 * 2.0 ** 797, 5e22, 1e6, 1.7e6, 3e6]
for name, f in (("sin", sin), ("cos", cos), ("tan", tan)):
    write(name, [(x, f(mpf(x))) for x in angles])
mp.dps = 60
points = list(zip(signed(logs(-5, 5, 90)), signed(logs(-5, 5, 90)))) + list(zip(signed(sample(0, 1, 90)), signed(sample(0, 1, 90)))) + [
    (1.0, 1.0), (1e-300, 1e300), (1e308, 1.2e308), (3e-310, 2e-310), (1.0, -1e-9)]
write("atan2", [(y, x, atan2(mpf(y), mpf(x))) for y, x in points])
write("hypot", [(y, x, hypot(mpf(y), mpf(x))) for y, x in points])
write("pow", [(x, y, power(mpf(x), mpf(y))) for x, y in
              list(zip(logs(-3, 3, 90), signed(logs(-2, 2, 90)))) + list(zip(sample(0.9, 1.1, 60), signed(logs(2, 3.6, 60)))) + list(
                  zip(near(1.0, 30, 10**9), signed(logs(6, 9, 30)))) + [(1.001, 500000.0), (0.999, -690000.0), (2.0, 0.5), (10.0, -300.5), (1e-200, 1.5)]])
unary("erf", erf, signed(logs(-10, 0.7, 90)) + sample(-2, 2, 90))
unary("erfc", erfc, sample(-3, 6, 90) + sample(0.4, 26.5, 90) + near(0.5, 20))
unary("erfcx", lambda x: exp(x * x) * erfc(x), sample(-5, 6, 90) + logs(-5, 3, 90) + sample(-26, 0, 50), 420)
unary("normal_cdf", ncdf, sample(-8, 8, 90) + sample(-37, 0, 90) + sample(-1, 1, 60))
unary("normal_inverse", normal_inverse, logs(-300, -0.4, 90) + sample(0, 1, 90) + [0.5 + x for x in signed(logs(-12, -1, 50))] + [0.975, 0.995, 1 - 1e-12])
unary("ln_gamma", loggamma, logs(-10, 10, 90) + sample(0.01, 20, 120) + near(1.0, 20, 10**12) + near(2.0, 20, 10**12) + sample(17, 200, 50))
choose = []
for _ in range(100):
    n = int(10 ** random.uniform(0.4, 7))
    k = random.randint(1, n - 1) if random.random() < 0.5 else min(n - 1, max(1, int(10 ** random.uniform(0, 2))))
    choose.append((n, k))
write("ln_choose", [(n, k, ln(binomial(n, k)) if min(k, n - k) < 3000 else loggamma(n + 1) - loggamma(k + 1) - loggamma(n - k + 1)) for n, k in choose])
mp.dps = 80
tails = [(8, 9, 0.99781), (8, 8, 0.997811), (9, 10, 0.9), (1, 3, 1e-9)]
for _ in range(100):
    n = int(10 ** random.uniform(0.5, 3))
    tails.append((random.randint(1, n), n, random.random()))
write("at_least", [(k, n, r, y) for k, n, r in tails for y in [at_least(k, n, r)] if y > mpf(10) ** -300])
codes = [(544, 15, 10.0 ** random.uniform(-7, -2.3)) for _ in range(60)] + [(544, 15, 2.4e-4), (544, 15, 1e-3), (528, 7, 1e-5), (128, 4, 1e-6), (544, 15, 1e-19), (960, 40, 3e-3)]
write("rs_uncorrectable", [(n, t, b, y) for n, t, b in codes for y in [at_least(t + 1, n, 1 - (1 - mpf(b)) ** 10)]])
mp.dps = 40
bounds = [(c, d) for c in (0.05, 0.5, 0.6, 0.9, 0.95, 0.99) for d in (1, 2, 3, 4, 6, 10, 22, 60, 202, 2002)] + [(1e-6, 4), (0.999999, 8), (1e-3, 0.5), (0.3, 1.7)]
write("chi2_upper", [(c, d, chi2(c, d)) for c, d in bounds])
