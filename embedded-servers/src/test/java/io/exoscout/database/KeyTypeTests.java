package io.exoscout.database;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import de.bwaldvogel.mongo.backend.CursorRegistry;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.ObjectDataType;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class KeyTypeTests {

	private static final String LETTERS = "0aZ-.\u007f\u0000ä€\ud83e";

	private final ObjectDataType stock = new ObjectDataType();

	private final KeyType type = new KeyType();

	@Test
	void keysAreInTheOrderThatFilesOfEarlierTimesHave() {
		Random random = new Random(7);
		List<KeyValue> keys = new ArrayList<>(List.of(new KeyValue(1), new KeyValue(2L), new KeyValue("a", "b"),
				new KeyValue(""), new KeyValue("a".repeat(200)), new KeyValue("b".repeat(200))));
		for (int i = 0; i < 300; i++) {
			StringBuilder name = new StringBuilder();
			int length = random.nextInt(4);
			for (int at = 0; at < length; at++) {
				name.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
			}
			keys.add(new KeyValue(name.toString()));
		}
		for (KeyValue one : keys) {
			for (KeyValue other : keys) {
				assertThat(Integer.signum(this.type.compare(one, other))).as("%s and %s", one, other)
					.isEqualTo(Integer.signum(this.stock.compare(one, other)));
			}
		}
	}

	@Test
	void uniqueIndexesHaveThem() {
		try (MVStore store = MVStore.open(null)) {
			IndexedDatabase database = IndexedDatabase.open("test", store, new CursorRegistry());
			database.openOrCreateUniqueIndex("things", "_id_", List.of(new IndexKey("_id", true)), false);
			assertThat(store.openMap("test.things._index__id_").getKeyType()).isInstanceOf(KeyType.class);
		}
	}

}
