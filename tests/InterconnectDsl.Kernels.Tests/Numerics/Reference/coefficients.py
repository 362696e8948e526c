"""Prints the tables and the coefficients of src/Numerics that are fitted: near-minimax polynomials and quotients, by Lawson's weighting.

python3 coefficients.py
"""
from mpmath import (binomial, cos, erf, erfc, exp, expm1, floor, log, log10, log1p, lu_solve, matrix, mp, mpf, nstr, pi, polyval, sin, sqrt)

mp.dps = 110


def nodes(low, high, n):
    return [(low + high) / 2 + (high - low) / 2 * cos(pi * (2 * i + 1) / (2 * n)) for i in range(n)]


def quotient(name, f, low, high, top, bottom, weight, rounds=14):
    """P/Q of these degrees, the largest power of Q having the factor 1; bottom = 0 makes a polynomial."""
    low, high = mpf(low), mpf(high)
    middle, half = ((low + high) / 2, (high - low) / 2) if bottom == 0 else (mpf(0), mpf(1))
    xs = nodes(low, high, 6 * (top + bottom + 2))
    ys, ws = [f(x) for x in xs], [weight(x) for x in xs]
    lawson, den, best = [mpf(1)] * len(xs), [mpf(1)] * len(xs), None
    for step in range(rounds):
        a, b = matrix(len(xs), top + 1 + bottom), matrix(len(xs), 1)
        for i, x in enumerate(xs):
            s, t = sqrt(lawson[i]) * ws[i] / den[i], (x - middle) / half
            for j in range(top + 1):
                a[i, j] = s * t ** j
            for j in range(1, bottom + 1):
                a[i, top + j] = -s * ys[i] * t ** j
            b[i] = s * ys[i]
        c = list(lu_solve(a, b))
        p, q = c[:top + 1], [mpf(1)] + c[top + 1:]
        den = [polyval(q[::-1], (x - middle) / half) for x in xs]
        errors = [abs((polyval(p[::-1], (x - middle) / half) / d - y) * w) for x, d, y, w in zip(xs, den, ys, ws)]
        if min(den) > 0 and (best is None or max(errors) < best[0]):
            best = (max(errors), p, q)
        if bottom == 0 or step > 4:
            lawson = [l * (e + max(errors) * mpf('1e-3')) for l, e in zip(lawson, errors)]
            mean = sum(lawson) / len(xs)
            lawson = [l / mean for l in lawson]
    error, p, q = best
    if bottom == 0:
        p = [sum(p[j] * binomial(j, i) * (-middle) ** (j - i) / half ** j for j in range(i, top + 1)) for i in range(top + 1)]
    print(f'{name}: error {nstr(error, 3)}')
    show('P', [x / q[-1] for x in p])
    if bottom:
        show('Q', [x / q[-1] for x in q])


def show(name, numbers):
    print(f'  {name} =', ', '.join(repr(float(x)) for x in numbers))


def parts(name, numbers, unit=None):
    """Doubles, and what is left of each; with a unit the first part is a multiple of it."""
    high = [floor(x / unit + mpf('0.5')) * unit if unit else mpf(float(x)) for x in numbers]
    print(name)
    show('High', high)
    show('Low', [x - h for x, h in zip(numbers, high)])


def chebyshev(name, f, degree):
    """The interpolant at Chebyshev's nodes, as powers."""
    n = 80
    xs = nodes(mpf(-1), mpf(1), n)
    vs = [f(x) for x in xs]
    c = [2 * sum(v * cos(pi * j * (2 * i + 1) / (2 * n)) for i, v in enumerate(vs)) / n for j in range(degree + 1)]
    c[0] /= 2
    t = [[mpf(1)], [mpf(0), mpf(1)]]
    while len(t) <= degree:
        t.append([2 * x for x in [mpf(0)] + t[-1]])
        t[-1] = [2 * (t[-2][i - 1] if i else 0) - (t[-3][i] if i < len(t[-3]) else 0) for i in range(len(t[-2]) + 1)]
    print(name)
    show('P', [sum(c[j] * t[j][i] for j in range(degree + 1) if i < len(t[j])) for i in range(degree + 1)])


def grown_erfcx(k):
    """(1 + 2x) erfcx(x) where q = (x - k)/(x + k)."""
    def f(q):
        x = k * (1 + q) / (1 - q)
        if x < 40:
            return (1 + 2 * x) * exp(x * x) * erfc(x)
        total, term = mpf(1), mpf(1)
        for n in range(1, 25):
            term *= -(2 * n - 1) / (2 * x * x)
            total += term
        return (1 + 2 * x) * total / (x * sqrt(pi))
    return f


def quantile(p):
    """The value that a normal variable stays below with probability p < 1/2, as a positive number, by Newton's steps on the logarithm."""
    x = sqrt(-2 * log(p)) - mpf('0.3')
    for _ in range(60):
        step = (log(erfc(x / sqrt(2)) / 2) - log(p)) * erfc(x / sqrt(2)) / 2 * sqrt(2 * pi) * exp(x * x / 2)
        x += step
        if abs(step) < mpf(10) ** -50 * (abs(x) + mpf(10) ** -20):
            break
    return x


def slope(v):
    """quantile(p) / (1/2 - p) where v = p (1 - p)."""
    rest = sqrt(mpf('0.25') - v)
    return quantile(2 * v / (1 + sqrt(1 - 4 * v))) / rest if rest > mpf(10) ** -12 else sqrt(2 * pi)


if __name__ == '__main__':
    ln10, half = log(mpf(10)), mpf('0.5')
    parts('2^(j/16)', [mpf(2) ** (mpf(j) / 16) for j in range(16)])
    parts('ln 2 / 16, log10(2) / 16, 10 log10(2) / 16', [log(mpf(2)) / 16, log10(mpf(2)) / 16, 10 * log10(mpf(2)) / 16])
    show('16 / ln 2, 16 / log10(2), 1.6 / log10(2)', [16 / log(mpf(2)), 16 / log10(mpf(2)), mpf('1.6') / log10(mpf(2))])
    parts('ln 10, ln 10 / 10', [ln10, ln10 / 10])
    r = log(mpf(2)) / 32 * mpf('1.001')
    quotient('(e^r - 1 - r)/r^2', lambda x: (expm1(x) - x) / x ** 2, -r, r, 5, 0, lambda x: x * x)
    quotient('e^r', exp, -r, r, 3, 0, lambda x: exp(-x))
    quotient('(10^r - 1 - r ln 10)/r^2', lambda x: (expm1(ln10 * x) - ln10 * x) / x ** 2, -r / ln10, r / ln10, 5, 0, lambda x: x * x)
    quotient('10^r', lambda x: exp(ln10 * x), -r / ln10, r / ln10, 3, 0, lambda x: exp(-ln10 * x))
    quotient('10^(r/10), squared terms', lambda x: (expm1(ln10 * x / 10) - ln10 * x / 10) / x ** 2, -10 * r / ln10, 10 * r / ln10, 5, 0, lambda x: x * x)
    quotient('10^(r/10)', lambda x: exp(ln10 * x / 10), -10 * r / ln10, 10 * r / ln10, 3, 0, lambda x: exp(-ln10 * x / 10))
    cells = [mpf(1)] + [1 + (j + half) / 16 for j in range(1, 8)] + [mpf(3) / 4 + (j + half) / 32 for j in range(7)] + [mpf(1)]
    reciprocals = [mpf(float(1 / c)) for c in cells]
    show('reciprocals of the middles of the cells', reciprocals)
    parts('their logarithms', [-log(c) for c in reciprocals], mpf(2) ** -42)
    parts('ln 2', [log(mpf(2))], mpf(2) ** -42)
    parts('1 / ln 10, 10 / ln 10', [1 / ln10, 10 / ln10])
    quotient('(ln(1 + a) - a + a^2/2)/a^3', lambda a: (log1p(a) - a + a * a / 2) / a ** 3, mpf(-1) / 32, mpf(1) / 16, 8, 0, lambda a: a * a)
    quotient('(ln(1 + a) - a)/a^2', lambda a: (log1p(a) - a) / a ** 2, mpf(-1) / 32, mpf(1) / 16, 3, 0, abs)
    turn, tiny = pi / 2, mpf(10) ** -12
    parts('pi/2', [turn])
    quotient('sine, full', lambda z: (sin(turn * sqrt(z)) / sqrt(z) - turn) / z, tiny, 0.25, 6, 0, lambda z: z)
    quotient('cosine, full', lambda z: (cos(turn * sqrt(z)) - 1) / z, tiny, 0.25, 6, 0, lambda z: z)
    quotient('sine, reduced', lambda z: sin(turn * sqrt(z)) / sqrt(z), tiny, 0.25, 3, 0, lambda z: mpf(1))
    quotient('cosine, reduced', lambda z: (cos(turn * sqrt(z)) - 1) / z, tiny, 0.25, 3, 0, lambda z: z)
    near = lambda z: erf(sqrt(z)) / sqrt(z)
    quotient('erf(x)/x, z = x^2', near, tiny, 0.25, 8, 0, lambda z: 1 / near(z))
    chebyshev('(1 + 2x) erfcx(x), q = (x - 3.5)/(x + 3.5)', grown_erfcx(mpf('3.5')), 23)
    quotient('the same, q = (x - 3)/(x + 3)', grown_erfcx(mpf(3)), -1, mpf('0.9999999999'), 11, 0, lambda q: 1 / grown_erfcx(mpf(3))(q))
    split = mpf(1) / 512
    parts('root of 2 pi', [sqrt(2 * pi)])
    bend = lambda v: (slope(v) - sqrt(2 * pi)) / (mpf('0.25') - v)
    quotient('bend of the quantile, full', bend, split * (1 - split), mpf('0.2499999'), 14, 14, lambda v: (mpf('0.25') - v) / slope(v))
    quotient('slope of the quantile, reduced', slope, split * (1 - split), mpf('0.25'), 8, 7, lambda v: 1 / slope(v))
    tail = lambda t: quantile(exp(-t * t))
    dent = lambda t: tail(t) - sqrt(mpf(2)) * t
    first, last = sqrt(-log(split)) * mpf('0.999'), sqrt(1075 * log(mpf(2)))
    parts('root of 2', [sqrt(mpf(2))])
    quotient('quantile of e^(-t^2) less t root of 2, full', dent, first, last, 9, 9, lambda t: 1 / tail(t))
    quotient('quantile of e^(-t^2), reduced', tail, first, last, 5, 4, lambda t: 1 / tail(t))
