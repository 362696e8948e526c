using InterconnectDsl.Numerics;

namespace InterconnectDsl.Kernels.Tests.Numerics;

/// <summary>Each function keeps the error bound its documentation states, against values computed to 25 digits.</summary>
public class AccuracyTests
{
    private static readonly Dictionary<string, (double Bound, Func<double[], double> Function)> Functions = new(StringComparer.Ordinal)
    {
        ["exp"] = (0.52, x => Exponential.Exp(x[0])),
        ["expm1"] = (1.6, x => Exponential.ExpM1(x[0])),
        ["pow10"] = (0.52, x => Exponential.Pow10(x[0])),
        ["from_decibel"] = (0.52, x => Exponential.FromDecibel(x[0])),
        ["ln"] = (0.52, x => Logarithm.Ln(x[0])),
        ["ln1p"] = (0.52, x => Logarithm.Ln1P(x[0])),
        ["log10"] = (0.52, x => Logarithm.Log10(x[0])),
        ["log2"] = (0.52, x => Logarithm.Log2(x[0])),
        ["to_decibel"] = (0.52, x => Logarithm.ToDecibel(x[0])),
        ["pow"] = (0.6, x => Power.Pow(x[0], x[1])),
        ["hypot"] = (1, x => Power.Hypot(x[0], x[1])),
        ["sin"] = (1, x => Trigonometry.Sin(x[0])),
        ["cos"] = (1, x => Trigonometry.Cos(x[0])),
        ["tan"] = (3, x => Trigonometry.Tan(x[0])),
        ["atan2"] = (2, x => ArcTangent.Atan2(x[0], x[1])),
        ["erf"] = (2, x => ErrorFunction.Erf(x[0])),
        ["erfc"] = (4, x => ErrorFunction.Erfc(x[0])),
        ["erfcx"] = (4, x => ErrorFunction.Erfcx(x[0])),
        ["normal_cdf"] = (6, x => NormalDistribution.Cdf(x[0])),
        ["normal_inverse"] = (5, x => NormalDistribution.Inverse(x[0])),
        ["ln_gamma"] = (5, x => LogGamma.Of(x[0])),
        ["ln_choose"] = (10, x => Binomial.LnChoose(x[0], x[1])),
        ["at_least"] = (20, x => Binomial.AtLeast(x[0], x[1], x[2])),
        ["rs_uncorrectable"] = (20, x => Binomial.RsUncorrectable(x[0], x[1], x[2])),
        ["chi2_upper"] = (40, x => ChiSquared.Upper(x[0], x[1])),
    };

    public static Func<double[], double> Function(string name) => Functions[name].Function;

    public static TheoryData<string> Names
    {
        get
        {
            var names = new TheoryData<string>();
            foreach (var name in Functions.Keys)
            {
                names.Add(name);
            }

            return names;
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_function_keeps_its_stated_error_bound(string name)
    {
        var (bound, function) = Functions[name];
        var table = ReferenceTable.Read(name);
        Assert.True(table.Rows.Count > 50);
        var (error, where) = table.Worst(function);
        Assert.True(error <= bound, $"{name}: {error:0.###} units in the last place at {where}");
    }
}
