/**
 * The language of administrative papers: a text under a {@link vn.toam.language.View} in which patterns ({@link vn.toam.language.Rx}) and
 * the words of the {@link vn.toam.language.Lexicon} (<code>catalog/lexicon/*.yaml</code>) are found whatever their spelling, and what a few
 * words say wherever they stand: dates, times, quantities, names of agencies. Knows nothing of plans. Pure Java.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"encoding", "paper"})
@org.jspecify.annotations.NullMarked
package vn.toam.language;
