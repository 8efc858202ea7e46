package io.exoscout.caller;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class KeyFileTests {

	private static final String DIGEST = "ab".repeat(32);

	@TempDir
	Path home;

	private KeyFile keys;

	@BeforeEach
	void make() {
		this.keys = new KeyFile(this.home.resolve("keys"));
	}

	@Test
	void hasNoneBeforeThereIsAFile() {
		assertThat(this.keys.exists()).isFalse();
		assertThat(this.keys.read()).isEmpty();
	}

	@Test
	void readsBackWhatWasAdded() {
		NamedKey ada = new NamedKey("ada", Role.ANALYST, DIGEST);
		NamedKey bob = new NamedKey("bob", Role.READER, "cd".repeat(32));
		assertThat(this.keys.add(ada)).isTrue();
		assertThat(this.keys.add(bob)).isTrue();
		assertThat(this.keys.read()).containsExactly(ada, bob);
	}

	@Test
	void aNameIsGivenOnce() {
		this.keys.add(new NamedKey("ada", Role.READER, DIGEST));
		assertThat(this.keys.add(new NamedKey("ada", Role.ADMIN, "cd".repeat(32)))).isFalse();
		assertThat(this.keys.read()).extracting(NamedKey::role).containsExactly(Role.READER);
	}

	@Test
	void theLastRevokedKeyLeavesAFileWithoutKeys() {
		this.keys.add(new NamedKey("ada", Role.READER, DIGEST));
		assertThat(this.keys.revoke("ada")).isTrue();
		assertThat(this.keys.revoke("ada")).isFalse();
		assertThat(this.keys.exists()).isTrue();
		assertThat(this.keys.read()).isEmpty();
	}

	@Test
	void onlyItsOwnerReadsIt() throws IOException {
		this.keys.add(new NamedKey("ada", Role.READER, DIGEST));
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(this.keys.path())))
			.isEqualTo("rw-------");
	}

	@Test
	void ofManyAddedAtOnceNoneIsLost() {
		IntStream.range(0, 20)
			.parallel()
			.forEach((i) -> this.keys.add(new NamedKey("key-" + i, Role.READER, NamedKey.digest("key " + i))));
		assertThat(this.keys.read()).hasSize(20);
	}

	@Test
	void eachChangeHasAStampOfItsOwn() {
		this.keys.add(new NamedKey("ada", Role.READER, DIGEST));
		Object before = this.keys.stamp().orElseThrow();
		this.keys.revoke("ada");
		this.keys.add(new NamedKey("bob", Role.READER, DIGEST));
		assertThat(this.keys.stamp()).get().isNotEqualTo(before);
	}

	@ParameterizedTest
	@ValueSource(strings = { "ada reader", "ada none " + "ab", "ada root abab", "ada reader xsk_secret",
			"a:b reader abab", "ada reader abab more" })
	void aLineThatIsNoKeyIsNamedAndNotShown(String line) throws IOException {
		Files.writeString(this.keys.path(), "# keys\n" + line + "\n");
		assertThatExceptionOfType(UnreadableKeys.class).isThrownBy(this.keys::read)
			.withMessageContaining("line 2")
			.withMessageNotContaining("secret");
	}

	@Test
	void twoKeysOfOneNameAreOneTooMany() throws IOException {
		Files.writeString(this.keys.path(), "ada reader %1$s\nada admin %1$s\n".formatted(DIGEST));
		assertThatExceptionOfType(UnreadableKeys.class).isThrownBy(this.keys::read).withMessageContaining("'ada'");
	}

	@Test
	void randomKeysAreKnownByTheirPrefixAndHave256Bits() {
		assertThat(List.of(NamedKey.random(), NamedKey.random())).doesNotHaveDuplicates()
			.allMatch((key) -> key.matches("xsk_[A-Za-z0-9_-]{43}"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "token:ada", "a b", "-a", "ä", "a\n" })
	void aNameThatCouldBeTakenForSomebodyElseIsRefused(String name) {
		assertThatIllegalArgumentException().isThrownBy(() -> new NamedKey(name, Role.READER, DIGEST));
	}

}
