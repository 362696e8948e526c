namespace InterconnectDsl.Library.Tests.Catalogue;

/// <summary>The three polarity methods of trunk cables: no strand is lost, none is doubled, and each does what its drawing shows.</summary>
public class PolarityTests
{
    private static readonly Lazy<EvaluatedDesign> Cabling = new(() => EvaluatedDesign.OfText("design Cables { }\n"));

    // TIA-568, twelve fibers: A is straight, B reversed, C pair-wise flipped.
    [Theory]
    [InlineData("a", new[] { 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 })]
    [InlineData("b", new[] { 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1 })]
    [InlineData("c", new[] { 2, 1, 4, 3, 6, 5, 8, 7, 10, 9, 12, 11 })]
    public void Twelve_strands_come_out_where_the_drawing_shows_them(string method, int[] far) => Assert.Equal(far, Far(method, 12));

    [Theory]
    [InlineData(8)]
    [InlineData(16)]
    [InlineData(24)]
    [InlineData(72)]
    public void Every_method_is_one_to_one_and_its_own_way_back(int fibers)
    {
        foreach (var method in new[] { "a", "b", "c" })
        {
            var far = Far(method, fibers);
            Assert.Equal(Enumerable.Range(1, fibers), far.Order());
            Assert.Equal(Enumerable.Range(1, fibers), far.Select(p => far[p - 1]));
        }
    }

    private static List<int> Far(string method, int fibers) =>
        Enumerable.Range(1, fibers).Select(p => (int)Cabling.Value.Number($"far_position({method}, {fibers}, {p})")).ToList();
}
