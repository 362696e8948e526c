using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using InterconnectDsl.Language.Units;

namespace InterconnectDsl.Language.Tests.Units;

/// <summary>Laws over literals drawn at random: a decimal of at most twelve digits, in a unit of one to three factors.</summary>
public class LiteralLawTests
{
    private static readonly Config Cases = Config.QuickThrowOnFailure.WithMaxTest(1000);

    private static readonly string[] Words = UnitTable.Words.Select(w => w.Text).Where(w => w is not ("dBm" or "degC")).ToArray();

    private static readonly Gen<string> Factors =
        from word in Gen.Elements(Words)
        from power in Gen.Frequency((6, Gen.Constant("")), (1, Gen.Constant("^2")), (1, Gen.Constant("^0.5")), (1, Gen.Constant("^-1")))
        select word == "dB" ? word : word + power;

    private static readonly Gen<string> Texts = Gen.OneOf(
        Gen.Elements(Words.Append("dBm").ToArray()),
        from a in Factors from b in Factors from sign in Gen.Elements("/", "*", "·") select a + sign + b,
        from a in Factors from b in Factors from c in Factors select a + "/" + b + "/" + c);

    private static readonly Arbitrary<Unit> AllUnits =
        Texts.Where(t => UnitTable.TryParse(t, out _, out _, out _)).Select(Units.Parse).ToArbitrary();

    private static readonly Arbitrary<decimal> Numbers = (
        from digits in Gen.Choose(1, 999999).Zip(Gen.Choose(0, 999999))
        from length in Gen.Elements(1L, 1000L, 1000000L)
        from decimals in Gen.Choose(0, 12)
        from negative in Gen.Elements(false, true)
        select new decimal((int)(((digits.Item1 * 1000000L) + digits.Item2) / length), 0, 0, negative, (byte)decimals)).ToArbitrary();

    [Fact]
    public void Every_literal_prints_back_as_itself() =>
        Prop.ForAll(Numbers, AllUnits, (number, unit) =>
        {
            var value = Quantities.ToCoherent((double)number, unit);
            var printed = Quantities.Format(value, unit.Type, unit).Split(' ');
            return decimal.Parse(printed[0], NumberStyles.Float, CultureInfo.InvariantCulture) == number && printed[1] == unit.Text;
        }).Check(Cases);

    [Fact]
    public void Every_temperature_prints_back_as_itself() =>
        Prop.ForAll(Gen.Choose(-27315000, 100000000).ToArbitrary(), millionths =>
        {
            var (number, unit) = (millionths / 1e5, Units.Parse("degC"));
            return Quantities.Format(Quantities.ToCoherent(number, unit), unit.Type, unit) == Quantities.FormatNumber(number) + " degC";
        }).Check(Cases);

    [Fact]
    public void A_number_and_its_value_are_one_another() =>
        Prop.ForAll(Numbers, AllUnits, (number, unit) =>
            Quantities.TryFromCoherent(Quantities.ToCoherent((double)number, unit), unit.Type, unit, out var back, out _)
            && Math.Abs(back - (double)number) <= 1e-14 * Math.Abs((double)number)).Check(Cases);

    [Fact]
    public void A_thousand_of_a_prefix_is_one_of_the_next_to_the_last_bit() =>
        Prop.ForAll(Numbers, Gen.Elements("mm um", "m mm", "us ns", "kW W", "Tb/s Gb/s", "GHz MHz", "nJ/bit pJ/bit").ToArbitrary(), (number, units) =>
        {
            var pair = units.Split(' ');
            return Units.Value((double)number, pair[0]).Equals(Units.Value((double)(number * 1000), pair[1]));
        }).Check(Cases);

    [Fact]
    public void What_is_shown_without_a_unit_is_the_value_to_twelve_digits() =>
        Prop.ForAll(Numbers, AllUnits, (number, unit) =>
        {
            var value = Quantities.ToCoherent((double)number, unit);
            var text = Quantities.Format(value, unit.Type, null);
            var blank = text.IndexOf(' ');
            var shown = blank < 0 ? Unit.One : Units.Parse(text[(blank + 1)..]);
            var again = Quantities.ToCoherent(double.Parse(blank < 0 ? text : text[..blank], CultureInfo.InvariantCulture), shown);
            return shown.Dimension == unit.Dimension && Math.Abs(again - value) <= 1e-11 * Math.Abs(value);
        }).Check(Cases);

    [Fact]
    public void No_text_makes_the_reader_of_units_stumble() =>
        Prop.ForAll(ArbMap.Default.ArbFor<string>(), Gen.Elements("m/s", "dB/km", "^", "", "GHz^0.5", "µ").ToArbitrary(), (noise, unit) =>
        {
            var text = unit + noise;
            return UnitTable.TryParse(text, out var read, out var problem, out var suggestion)
                ? read.Text == text && problem is null
                : problem!.Length > 0 && (suggestion is null || UnitTable.TryParse(suggestion, out _, out _, out _));
        }).Check(Cases);
}
