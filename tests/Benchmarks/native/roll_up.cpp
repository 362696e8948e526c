// The roll-up of 512 lanes at 10,000 points: as written; with what depends on one axis hoisted by hand; and with the rate taken out of the noise as well, so
// that the roots are taken once for a temperature and a power, as the kernel's passes find. The yardsticks of models/roll_up.icx.
//   roll_up naive | hoisted | regrouped      a line in asks for a round, a line out answers
#include <time.h>
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstring>

constexpr int L = 512, NT = 25, NP = 20, NR = 20;
constexpr double C = 0.23025850929940456;
alignas(64) static double fiber[L], mates[L], mate_loss[L], coupling[L], drift[L], response[L], noise[L], extinction[L], trace[L], energy[L], leak[L];
static double power_sum;

static void scatter(double* x, double step, double low, double high) { for (int i = 0; i < L; i++) x[i] = low + (high - low) * (i * step - std::floor(i * step)); }
static double T(int i) { return 25 + 60.0 * i / (NT - 1); }
static double P(int i) { return 4 + 8.0 * i / (NP - 1); }
static double R(int i) { return 56 + 56.0 * i / (NR - 1); }

__attribute__((noinline)) static double naive(double& failures) {
  double sum = 0, all = 0;
  for (int t = 0; t < NT; t++) for (int p = 0; p < NP; p++) for (int r = 0; r < NR; r++) {
    double warm = T(t) - 25, laser = P(p), rate = R(r), worst = 1e300, failed = 0, drawn = 0;
    for (int l = 0; l < L; l++) {
      double loss = 0.0004 * fiber[l] + mates[l] * mate_loss[l] * (1 + 0.001 * warm) + coupling[l] + drift[l] * warm * warm + 3.6;
      double received = exp(C * (laser - (0.02 * warm + loss))), contrast = exp(C * extinction[l]), slope = exp(C * -0.025 * trace[l] * sqrt(rate / 56)), band = 0.6e9 * rate;
      double zero = response[l] * 2 / (contrast + 1) * received, one = zero * contrast, thermal = noise[l] * noise[l] * (1 + 0.002 * warm) * 1e-18 * band;
      double n = sqrt(thermal + one * (3.204e-16 * band + 1.6e-15 * band * one)) + sqrt(thermal + zero * (3.204e-16 * band + 1.6e-15 * band * zero));
      double m = 4.342944819032518 * log((one - zero) * slope / 3 / n / 3.4);
      worst = m < worst ? m : worst; failed += m < 0 ? 1.0 : 0.0;
      drawn += 0.001 * exp(C * laser) / (0.15 - 0.0008 * warm) + energy[l] * 0.001 * rate * (1 + 0.001 * warm) + leak[l] * 0.0001 * (95 - T(t));
    }
    sum += worst; failures += failed; all += drawn;
  }
  power_sum = all;
  return sum;
}

alignas(64) static double part[NT][L], heat[NT][L], slope[NR][L], contrast[L], factor[L];
__attribute__((noinline)) static double hoisted(double& failures) {
  double sum = 0, all = 0, energies = 0, leaks = 0;
  for (int l = 0; l < L; l++) { contrast[l] = exp(C * extinction[l]); factor[l] = response[l] * 2 / (contrast[l] + 1); energies += energy[l]; leaks += leak[l]; }
  for (int t = 0; t < NT; t++) for (int l = 0; l < L; l++) {
    double warm = T(t) - 25, loss = 0.0004 * fiber[l] + mates[l] * mate_loss[l] * (1 + 0.001 * warm) + coupling[l] + drift[l] * warm * warm + 3.6;
    part[t][l] = exp(-C * (0.02 * warm + loss)) * factor[l]; heat[t][l] = noise[l] * noise[l] * (1 + 0.002 * warm) * 1e-18;
  }
  for (int r = 0; r < NR; r++) { double s = sqrt(R(r) / 56); for (int l = 0; l < L; l++) slope[r][l] = exp(C * -0.025 * trace[l] * s) / 3; }
  for (int t = 0; t < NT; t++) for (int p = 0; p < NP; p++) {
    double warm = T(t) - 25, light = exp(C * P(p)), lasers = 0.001 * light / (0.15 - 0.0008 * warm) * L + leaks * 0.0001 * (95 - T(t));
    for (int r = 0; r < NR; r++) {
      double rate = R(r), band = 0.6e9 * rate, shot = 3.204e-16 * band, rin = 1.6e-15 * band, worst = 1e300, failed = 0;
      const double *a = part[t], *h = heat[t], *s = slope[r];
      for (int l = 0; l < L; l++) {
        double zero = a[l] * light, one = zero * contrast[l], thermal = h[l] * band;
        double q = (one - zero) * s[l] / (sqrt(thermal + one * (shot + rin * one)) + sqrt(thermal + zero * (shot + rin * zero)));
        worst = q < worst ? q : worst; failed += q < 3.4 ? 1.0 : 0.0;
      }
      sum += 4.342944819032518 * log(worst / 3.4); failures += failed; all += lasers + energies * 0.001 * rate * (1 + 0.001 * warm);
    }
  }
  power_sum = all;
  return sum;
}

alignas(64) static double ratio[L];
__attribute__((noinline)) static double regrouped(double& failures) {
  double sum = 0, all = 0, energies = 0, leaks = 0;
  for (int l = 0; l < L; l++) { contrast[l] = exp(C * extinction[l]); factor[l] = response[l] * 2 / (contrast[l] + 1); energies += energy[l]; leaks += leak[l]; }
  for (int r = 0; r < NR; r++) { double s = sqrt(R(r) / 56), by = 1 / (3 * 3.4 * sqrt(0.6e9 * R(r))); for (int l = 0; l < L; l++) slope[r][l] = exp(C * -0.025 * trace[l] * s) * by; }
  for (int t = 0; t < NT; t++) {
    double warm = T(t) - 25, *a = part[t], *h = heat[t];
    for (int l = 0; l < L; l++) {
      double loss = 0.0004 * fiber[l] + mates[l] * mate_loss[l] * (1 + 0.001 * warm) + coupling[l] + drift[l] * warm * warm + 3.6;
      a[l] = exp(-C * (0.02 * warm + loss)) * factor[l]; h[l] = noise[l] * noise[l] * (1 + 0.002 * warm) * 1e-18;
    }
    for (int p = 0; p < NP; p++) {
      double light = exp(C * P(p)), lasers = 0.001 * light / (0.15 - 0.0008 * warm) * L + leaks * 0.0001 * (95 - T(t));
      for (int l = 0; l < L; l++) {
        double zero = a[l] * light, one = zero * contrast[l];
        ratio[l] = (one - zero) / (sqrt(h[l] + one * (3.204e-16 + 1.6e-15 * one)) + sqrt(h[l] + zero * (3.204e-16 + 1.6e-15 * zero)));
      }
      for (int r = 0; r < NR; r++) {
        double worst = 1e300, failed = 0;
        const double* s = slope[r];
        for (int l = 0; l < L; l++) { double q = ratio[l] * s[l]; worst = q < worst ? q : worst; failed += q < 1 ? 1.0 : 0.0; }
        sum += 4.342944819032518 * log(worst); failures += failed; all += lasers + energies * 0.001 * R(r) * (1 + 0.001 * warm);
      }
    }
  }
  power_sum = all;
  return sum;
}

int main(int argc, char** argv) {
  auto run = argc > 1 && !strcmp(argv[1], "hoisted") ? hoisted : argc > 1 && !strcmp(argv[1], "regrouped") ? regrouped : naive;
  scatter(fiber, 0.6180339887, 0.3, 30); scatter(mates, 0.7548776662, 2, 6); scatter(mate_loss, 0.5698402910, 0.15, 0.45); scatter(coupling, 0.8191725134, 1.2, 2.2);
  scatter(drift, 0.6710436067, 0.00001, 0.0004); scatter(response, 0.5497004779, 0.85, 1); scatter(noise, 0.8566748838, 14, 19); scatter(extinction, 0.7338918566, 3.5, 6);
  scatter(trace, 0.6287067210, 2, 12); scatter(energy, 0.5385972572, 2, 5); scatter(leak, 0.8812714616, 1, 6);
  char line[64];
  while (fgets(line, sizeof line, stdin)) {
    timespec a, b;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &a);
    double failures = 0, sum = run(failures);
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &b);
    printf("%.9g %d %.0f %.12g %.12g\n", (b.tv_sec - a.tv_sec) * 1e3 + (b.tv_nsec - a.tv_nsec) * 1e-6, NT * NP * NR * L, failures, sum, power_sum);
    fflush(stdout);
  }
}
