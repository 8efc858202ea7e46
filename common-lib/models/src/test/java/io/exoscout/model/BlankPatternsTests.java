package io.exoscout.model;

import java.nio.ByteBuffer;
import java.util.BitSet;
import java.util.List;

import io.exoscout.archive.Mission;
import io.exoscout.archive.StarSource;
import io.exoscout.archive.Verdict;
import io.exoscout.objects.ObjectRow;
import io.exoscout.objects.ObjectTable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class BlankPatternsTests {

	private static final float NONE = Float.NaN;

	private static final ObjectTable TABLE = new ObjectTable(Mission.KEPLER, new long[] { 1, 2, 3, 4 },
			new String[] { "K1.01", "K1.02", "K2.01", "" }, new String[] { "1", "1", "2", "" },
			new String[] { "CONFIRMED", "FALSE POSITIVE", "FALSE POSITIVE", "CANDIDATE" },
			List.of("koi_period", "koi_depth"), new float[][] { { 1, 2, 3, 4 }, { 5, NONE, NONE, 6 } },
			new float[] { NONE, NONE, NONE, NONE });

	private static BitSet blank(int... columns) {
		BitSet blank = new BitSet();
		for (int column : columns) {
			blank.set(column);
		}
		return blank;
	}

	@Test
	void countsEveryCombinationByVerdict() {
		BlankPatterns patterns = BlankPatterns.of(TABLE);
		assertThat(patterns.columns()).containsExactly("koi_period", "koi_depth", "kepoi_name", "kepid");
		assertThat(patterns.count()).isEqualTo(4);
		assertThat(patterns.patterns()).hasSize(3);
		BlankPatterns.Pattern mostFrequent = patterns.patterns().get(0);
		assertThat(mostFrequent.blank()).isEqualTo(blank(1));
		assertThat(mostFrequent.rows()[Verdict.NOT_PLANET.ordinal()]).isEqualTo(2);
	}

	@Test
	void blanksOfNamesCountAsThoseOfColumns() {
		assertThat(BlankPatterns.BlankTally.blank(new ObjectRow(1, "K1.01", "", "", new float[] { NONE, 1 })))
			.isEqualTo(blank(0, 3));
		assertThat(BlankPatterns.BlankTally
			.blank(new ObjectRow(1, "", StarSource.guess("[5500.0, 4.6]"), "", new float[] { NONE, 1 })))
			.isEqualTo(blank(0, 2, 3));
	}

	@Test
	void readsWhatItWrote() {
		BlankPatterns patterns = BlankPatterns.of(TABLE);
		ByteBuffer bytes = ByteBuffer.allocate((int) patterns.bytes());
		patterns.write(bytes);
		assertThat(bytes.hasRemaining()).isFalse();
		BlankPatterns read = BlankPatterns.read(bytes.flip());
		assertThat(read.columns()).isEqualTo(patterns.columns());
		assertThat(read.rows()).isEqualTo(patterns.rows());
		assertThat(read.patterns()).usingRecursiveComparison().isEqualTo(patterns.patterns());
	}

	@Test
	void refusesWhatWasCutShort() {
		BlankPatterns patterns = BlankPatterns.of(TABLE);
		ByteBuffer bytes = ByteBuffer.allocate((int) patterns.bytes());
		patterns.write(bytes);
		for (int length = 0; length < bytes.capacity(); length++) {
			ByteBuffer part = ByteBuffer.wrap(bytes.array(), 0, length);
			assertThatIllegalArgumentException().isThrownBy(() -> BlankPatterns.read(part));
		}
	}

}
