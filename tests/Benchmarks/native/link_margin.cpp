// The link-margin Monte Carlo by hand, for AVX-512: the yardstick of the generated kernel. Same streams, same draws, same model as
// models/link_margin.icx; written for this benchmark. Prints nanoseconds of CPU time a sample for each round, and the results of the last.
//   g++ -O3 -march=native -o link_margin link_margin.cpp -lpthread
//   link_margin VARIANT SAMPLES ROUNDS THREADS      VARIANT: full | reduced | scalar
#include <immintrin.h>
#include <time.h>
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <thread>
#include <vector>

constexpr int Tile = 256;
using Word = uint32_t;

struct Result {
  uint64_t samples = 0, passed = 0;
  double sum = 0, squares = 0, least = 1e300, most = -1e300, errors = 0;
  uint32_t bins[256] = {};
  void add(const Result& o) {
    samples += o.samples; passed += o.passed; sum += o.sum; squares += o.squares; errors += o.errors;
    least = std::min(least, o.least); most = std::max(most, o.most);
    for (int i = 0; i < 256; i++) bins[i] += o.bins[i];
  }
};

// The streams of the twelve things that scatter: the hashes of their names, as the compiler makes them. Sample s takes word (s mod 64) / 16 of place
// 16 (s / 64) + s mod 16.
constexpr uint64_t Streams[12] = {
  0x8FBC524304C03FF2, 0x960DE982BFC15E58, 0x48228FBDC345B50D, 0xD6031F13C12AAF7D,
  0x94CDDEF13DE2CA09, 0x0E7709B41D179B49, 0xE6D786D1F4E4759A, 0x2541BFB9ABE8AB95,
  0x974D4289952AE954, 0xD3F5F22C4F768F76, 0x23196B53D2E57D9B, 0x0FFB6A253A30427A};

static void philox(uint64_t place, uint64_t stream, Word key, Word out[4]) {
  Word a = Word(place), b = Word(place >> 32), c = Word(stream), d = Word(stream >> 32), k0 = key, k1 = 0;
  for (int r = 0; r < 10; r++) {
    uint64_t p = uint64_t(0xD2511F53u) * a, q = uint64_t(0xCD9E8D57u) * c;
    a = Word(q >> 32) ^ b ^ k0; c = Word(p >> 32) ^ d ^ k1; b = Word(q); d = Word(p);
    k0 += 0x9E3779B9u; k1 += 0xBB67AE85u;
  }
  out[0] = a; out[1] = b; out[2] = c; out[3] = d;
}

#ifdef __AVX512F__
using V = __m512d;
using I = __m512i;
static inline V of(double x) { return _mm512_set1_pd(x); }
static inline V fma(V a, V b, V c) { return _mm512_fmadd_pd(a, b, c); }
static inline V fnma(V a, V b, V c) { return _mm512_fnmadd_pd(a, b, c); }
static inline V fms(V a, V b, V c) { return _mm512_fmsub_pd(a, b, c); }
template <int N> static inline V horner(V x, const double (&c)[N]) {
  V p = of(c[N - 1]);
  for (int i = N - 2; i >= 0; i--) p = fma(p, x, of(c[i]));
  return p;
}
template <int N> static inline V split_horner(V x, const double (&c)[N]) {  // even and odd powers apart
  V s = x * x, e = of(c[(N - 1) & ~1]), o = of(c[(N - 2) | 1]);
  for (int i = ((N - 1) & ~1) - 2; i >= 0; i -= 2) e = fma(e, s, of(c[i]));
  for (int i = ((N - 2) | 1) - 2; i >= 1; i -= 2) o = fma(o, s, of(c[i]));
  return fma(o, x, e);
}
static inline V table(const double (&t)[16], I i) { return _mm512_permutex2var_pd(_mm512_loadu_pd(t), i, _mm512_loadu_pd(t + 8)); }

#include "coefficients.h"

template <bool Full> static inline V reciprocal(V x) {
  if (Full) return of(1) / x;
  V y = _mm512_rcp14_pd(x);
  return fma(y, fnma(x, y, of(1)), y);
}
template <bool Full> static inline V root(V x) {  // x > 0
  if (Full) return _mm512_sqrt_pd(x);
  V y = _mm512_rsqrt14_pd(x), s = x * y, h = y * of(0.5);
  return fma(s, fnma(s, h, of(0.5)), s);
}
template <bool Full> static inline V decibels_to_ratio(V x) {
  V k = _mm512_roundscale_pd(x * of(5.31508495181978), 8), r = fnma(k, of(0.18814374728998826), x), p;
  if (Full) { r = fnma(k, of(-8.69122398377296e-18), r); p = horner(r, DecibelFull); } else p = horner(r, DecibelReduced);
  return _mm512_scalef_pd(p * table(Sixteenths, _mm512_cvtpd_epi64(k)), _mm512_roundscale_pd(k * of(0.0625), 9));
}
template <bool Full> static inline V exponential(V x) {
  V k = _mm512_roundscale_pd(x * of(23.083120654223414), 8), r = fnma(k, of(0.04332169878499658), x), p;
  if (Full) { r = fnma(k, of(1.4494042586539372e-18), r); p = horner(r, ExpFull); } else p = horner(r, ExpReduced);
  return _mm512_scalef_pd(p * table(Sixteenths, _mm512_cvtpd_epi64(k)), _mm512_roundscale_pd(k * of(0.0625), 9));
}
template <bool Full> static inline V logarithm(V x) {
  V m = _mm512_getmant_pd(x, _MM_MANT_NORM_p75_1p5, _MM_MANT_SIGN_zero), e = _mm512_getexp_pd(x);
  e = _mm512_mask_add_pd(e, _mm512_cmp_pd_mask(m, of(1), _CMP_LT_OQ), e, of(1));
  I j = _mm512_srli_epi64(_mm512_castpd_si512(m), 48);
  V r = fms(m, table(Reciprocals, j), of(1)), l = table(Logarithms, j);
  if (Full) return fma(e, of(0.6931471805598903), l) + (r + fma(e, of(5.497923018708371e-14), r * r * split_horner(r, LogFull) + table(LogarithmsLow, j)));
  return fma(e, of(0.6931471805599453), l) + fma(r * r, horner(r, LogReduced), r);
}
template <bool Full> static inline V erfc_positive(V x) {
  constexpr double K = Full ? 3.5 : 3.0;
  V a = x + of(K), b = fma(x, of(2), of(1)), r = reciprocal<Full>(a * b), q = (x - of(K)) * (r * b), s = x * x;
  V h = (Full ? split_horner(q, ErfcFull) : split_horner(q, ErfcReduced)) * (r * a), e = exponential<Full>(of(0) - s);
  if (Full) e = fnma(e, fms(x, x, s), e);
  return e * h;
}
template <bool Full> static inline V normal(V u) {
  V m = _mm512_min_pd(u, of(1) - u), v = fnma(m, m, m), d = u - of(0.5), x;
  if (Full) x = d * (of(2.5066282746310007) + fma(d * d, horner(v, CentralTopFull) / horner(v, CentralBottomFull), of(-1.8328579980459167e-16)));
  else x = d * (horner(v, CentralTopReduced) * reciprocal<false>(horner(v, CentralBottomReduced)));
  __mmask8 far = _mm512_cmp_pd_mask(m, of(1.0 / 512), _CMP_LT_OQ);
  if (__builtin_expect(far, 0)) {
    V t = root<Full>(of(0) - logarithm<Full>(m)), y;
    if (Full) y = fma(t, of(1.4142135623730951), horner(t, TailTopFull) / horner(t, TailBottomFull));
    else y = horner(t, TailTopReduced) * reciprocal<false>(horner(t, TailBottomReduced));
    y = _mm512_mask_sub_pd(y, _mm512_cmp_pd_mask(u, of(0.5), _CMP_LT_OQ), of(0), y);
    x = _mm512_mask_mov_pd(x, far, y);
  }
  return x;
}
static inline V uniform(I w) {
  V x = _mm512_castsi512_pd(_mm512_ternarylogic_epi64(w, _mm512_set1_epi64(0xFFFFFFFF), _mm512_set1_epi64(0x4330000000000000), 0xEA));
  return fma(x, of(1.0 / 4294967296.0), of((0.5 - 4503599627370496.0) / 4294967296.0));
}
template <bool Full> static inline V triangle(V u, double a, double c, double b) {
  double w = b - a, f = (c - a) / w;
  __mmask8 up = _mm512_cmp_pd_mask(u, of(f), _CMP_LT_OQ);
  V s = root<Full>(_mm512_mask_mul_pd((of(1) - u) * of(w * (b - c)), up, u, of(w * (c - a))));
  return _mm512_mask_add_pd(of(b) - s, up, of(a), s);
}

// Two vectors of counters make a unit of 64 samples: word w of them is vectors 2 w and 2 w + 1 of its eight.
__attribute__((noinline)) static void draw_words(uint64_t first, Word key, I (*w)[Tile / 8]) {
  const I f = _mm512_set1_epi64(0xD2511F53u), g = _mm512_set1_epi64(0xCD9E8D57u);
  for (int q = 0; q < 12; q += 3) {
    I i = _mm512_add_epi64(_mm512_set1_epi64(first / 4), _mm512_set_epi64(7, 6, 5, 4, 3, 2, 1, 0));
    for (int t = 0; t < Tile / 32; t++, i = _mm512_add_epi64(i, _mm512_set1_epi64(8))) {
      I a[3], b[3], c[3], d[3];
      for (int k = 0; k < 3; k++) { a[k] = i; b[k] = _mm512_srli_epi64(i, 32); c[k] = _mm512_set1_epi64(Word(Streams[q + k])); d[k] = _mm512_set1_epi64(Streams[q + k] >> 32); }
      Word k0 = key, k1 = 0;
#pragma GCC unroll 10
      for (int r = 0; r < 10; r++, k0 += 0x9E3779B9u, k1 += 0xBB67AE85u)
        for (int k = 0; k < 3; k++) {
          I p = _mm512_mul_epu32(a[k], f), h = _mm512_mul_epu32(c[k], g);
          a[k] = _mm512_ternarylogic_epi64(_mm512_srli_epi64(h, 32), b[k], _mm512_set1_epi64(k0), 0x96);
          c[k] = _mm512_ternarylogic_epi64(_mm512_srli_epi64(p, 32), d[k], _mm512_set1_epi64(k1), 0x96);
          b[k] = h; d[k] = p;
        }
      int at = 8 * (t / 2) + t % 2;
      for (int k = 0; k < 3; k++) { w[q + k][at] = a[k]; w[q + k][at + 2] = b[k]; w[q + k][at + 4] = c[k]; w[q + k][at + 6] = d[k]; }
    }
  }
}
template <bool Full> __attribute__((noinline)) static void draw_normals(I (*w)[Tile / 8]) {
  for (int q = 0; q < 8; q++)
    for (int t = 0; t < Tile / 8; t++) w[q][t] = _mm512_castpd_si512(normal<Full>(uniform(w[q][t])));
}
template <bool Full> __attribute__((noinline)) static void model(I (*w)[Tile / 8], V* qs, V* ones) {
  for (int t = 0; t < Tile / 8; t++) {
    V g[8];
    for (int q = 0; q < 8; q++) g[q] = _mm512_castsi512_pd(w[q][t]);
    V warm = uniform(w[8][t]) * of(60), modulator = triangle<Full>(uniform(w[9][t]), 3.0, 3.6, 5.0);
    V mate = triangle<Full>(uniform(w[11][t]), 0.10, 0.25, 0.75), extinction = fma(uniform(w[10][t]), of(1.5), of(4.0));
    V p = fma(g[0], of(0.5), of(0.5 - 1.2 - 1.3 - 0.35));
    p = p - _mm512_max_pd(of(0.05), fma(g[1], of(0.10), of(0.25)));
    p = fnma(of(0.20524314 * 0.36), fma(g[2], g[2], g[3] * g[3]), p) - modulator;
    p = fnma(g[4], of(0.15), fnma(mate, of(2), fnma(warm, of(0.02), p)));
    V received = decibels_to_ratio<Full>(p), contrast = decibels_to_ratio<Full>(extinction);
    V relative = decibels_to_ratio<Full>(fma(g[7], of(1.5), of(-148.0))) * of(4e10), crosstalk = decibels_to_ratio<Full>(fma(warm, of(0.025), of(-16.0)));
    V zero = fma(g[5], of(0.03), of(0.95)) * (of(2) * received) * reciprocal<Full>(contrast + of(1)), one = zero * contrast;
    V density = fma(g[6], of(1.2), of(16.0)) * fma(warm, of(0.002), of(1.0)), thermal = density * density * of(4e-8);
    V s1 = root<Full>(fma(one, fma(relative, one, of(1.2816e-5)), thermal)), s0 = root<Full>(fma(zero, fma(relative, zero, of(1.2816e-5)), thermal));
    qs[t] = (one - zero) * fma(crosstalk, of(-2.0 / 3), of(1.0 / 3)) * reciprocal<Full>(s1 + s0);
    ones[t] = one;
  }
}
struct Lanes { V sum = of(0), squares = of(0), errors = of(0), least = of(1e300), most = of(-1e300); };
template <bool Full> __attribute__((noinline)) static void judge(const V* qs, const V* ones, Lanes& l, Result& r, int* bins) {
  Lanes k = l;
  uint64_t passed = 0;
  for (int t = 0; t < Tile / 8; t++) {
    V e = of(0.375) * erfc_positive<Full>(qs[t] * of(0.7071067811865476)), m = of(4.342944819032518) * logarithm<Full>(qs[t] * of(1 / 3.4));
    k.sum = k.sum + m; k.squares = fma(m, m, k.squares); k.errors = k.errors + e;
    k.least = _mm512_min_pd(k.least, m); k.most = _mm512_max_pd(k.most, m);
    passed += __builtin_popcount(_mm512_mask_cmp_pd_mask(_mm512_cmp_pd_mask(e, of(2.4e-4), _CMP_LT_OQ), ones[t], of(2.0), _CMP_LT_OQ));
    V b = _mm512_min_pd(_mm512_max_pd((m + of(6)) * of(16), of(0)), of(255));
    _mm256_store_si256((__m256i*)(bins + 8 * t), _mm512_cvttpd_epi32(b));
  }
  l = k; r.passed += passed;
  for (int j = 0; j < Tile; j++) r.bins[bins[j]]++;
}
template <bool Full> static void run(uint64_t first, uint64_t count, Word key, Result& r) {
  alignas(64) I w[12][Tile / 8];
  alignas(64) V qs[Tile / 8], ones[Tile / 8];
  alignas(64) int bins[Tile];
  Lanes l;
  for (uint64_t at = first; at < first + count; at += Tile) { draw_words(at, key, w); draw_normals<Full>(w); model<Full>(w, qs, ones); judge<Full>(qs, ones, l, r, bins); }
  r.samples += count; r.sum += _mm512_reduce_add_pd(l.sum); r.squares += _mm512_reduce_add_pd(l.squares); r.errors += _mm512_reduce_add_pd(l.errors);
  r.least = std::min(r.least, _mm512_reduce_min_pd(l.least)); r.most = std::max(r.most, _mm512_reduce_max_pd(l.most));
}
#endif

// The same as anybody would write it, loop by loop over batches, for the compiler to vectorise; normals by Box and Muller, whose functions it has.
constexpr int Batch = 1024;
static void scalar(uint64_t first, uint64_t count, Word key, Result& r) {
  static thread_local double u[12][Batch], g[8][Batch], q[Batch], one[Batch], e[Batch], m[Batch];
  for (uint64_t at = first; at < first + count; at += Batch) {
    for (int q = 0; q < 12; q++)
      for (int i = 0; i < Batch / 4; i++) {
        Word w[4];
        philox(at / 4 + i, Streams[q], key, w);
        for (int k = 0; k < 4; k++) u[q][i / 16 * 64 + k * 16 + i % 16] = (w[k] + 0.5) * (1 / 4294967296.0);
      }
    for (int k = 0; k < 4; k++)
      for (int i = 0; i < Batch; i++) { double s = sqrt(-2 * log(u[2 * k][i])), t = 6.283185307179586 * u[2 * k + 1][i]; g[2 * k][i] = s * cos(t); g[2 * k + 1][i] = s * sin(t); }
    for (int i = 0; i < Batch; i++) {
      double warm = 60 * u[8][i];
      double modulator = u[9][i] < 0.3 ? 3 + sqrt(1.2 * u[9][i]) : 5 - sqrt(2.8 * (1 - u[9][i]));
      double mate = u[11][i] < 0.15 / 0.65 ? 0.1 + sqrt(0.0975 * u[11][i]) : 0.75 - sqrt(0.325 * (1 - u[11][i]));
      double loss = std::max(0.05, 0.25 + 0.1 * g[1][i]) + 1.2 + 0.20524314 * 0.36 * (g[2][i] * g[2][i] + g[3][i] * g[3][i]) + modulator + 1.3 + 0.15 * g[4][i] + 2 * mate + 0.35 + 0.02 * warm;
      constexpr double c = 0.23025850929940456;
      double received = exp(c * (0.5 + 0.5 * g[0][i] - loss)), contrast = exp(c * (4 + 1.5 * u[10][i])), crosstalk = exp(c * 0.5 * (0.05 * warm - 32));
      double zero = (0.95 + 0.03 * g[5][i]) * (2 * received / (contrast + 1)); one[i] = zero * contrast;
      double density = (16 + 1.2 * g[6][i]) * (1 + 0.002 * warm), thermal = density * density * 4e-8, relative = exp(c * (-148 + 1.5 * g[7][i])) * 4e10;
      q[i] = (one[i] - zero) * ((1 - 2 * crosstalk) / 3) / (sqrt(thermal + one[i] * (1.2816e-5 + relative * one[i])) + sqrt(thermal + zero * (1.2816e-5 + relative * zero)));
    }
    for (int i = 0; i < Batch; i++) { e[i] = 0.375 * erfc(0.7071067811865476 * q[i]); m[i] = 4.342944819032518 * log(q[i] * (1 / 3.4)); }
    for (int i = 0; i < Batch; i++) {
      r.sum += m[i]; r.squares += m[i] * m[i]; r.errors += e[i]; r.least = std::min(r.least, m[i]); r.most = std::max(r.most, m[i]);
      r.passed += e[i] < 2.4e-4 && one[i] < 2.0;
      r.bins[std::min(255, std::max(0, int((m[i] + 6) * 16)))]++;
    }
  }
  r.samples += count;
}

static double now(bool wall) { timespec t; clock_gettime(wall ? CLOCK_MONOTONIC : CLOCK_THREAD_CPUTIME_ID, &t); return t.tv_sec + 1e-9 * t.tv_nsec; }

int main(int argc, char** argv) {
  const char* variant = argc > 1 ? argv[1] : "reduced";
  uint64_t samples = argc > 2 ? strtoull(argv[2], 0, 10) : 1 << 22;
  int threads = argc > 4 ? atoi(argv[4]) : 1;
  void (*f)(uint64_t, uint64_t, Word, Result&) = scalar;
#ifdef __AVX512F__
  if (!strcmp(variant, "full")) f = run<true>;
  if (!strcmp(variant, "reduced")) f = run<false>;
#else
  if (strcmp(variant, "scalar")) { fprintf(stderr, "no AVX-512 here\n"); return 3; }
#endif
  // A line in asks for a round, a line out answers: so rounds of several programs alternate.
  char line[64];
  while (fgets(line, sizeof line, stdin)) {
    double start = now(threads > 1);
    Result total;
    std::vector<Result> parts(threads);
    uint64_t share = samples / threads;
    if (threads == 1) f(0, samples, 12345, parts[0]);
    else {
      std::vector<std::thread> work;
      for (int t = 0; t < threads; t++) work.emplace_back([&, t] { f(t * share, share, 12345, parts[t]); });
      for (auto& w : work) w.join();
    }
    double seconds = now(threads > 1) - start;
    for (auto& p : parts) total.add(p);
    printf("%.9g %llu %llu %.12g %.12g %.12g\n", seconds / total.samples * 1e9, (unsigned long long)total.samples, (unsigned long long)total.passed, total.sum / total.samples, total.least, total.errors / total.samples);
    fflush(stdout);
  }
}
