package io.exoscout.suite;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import io.exoscout.caller.KeyFile;
import io.exoscout.caller.NamedKey;
import io.exoscout.caller.Role;
import io.exoscout.database.StartFailed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class KeysCommandTests {

	@TempDir
	Path dir;

	private String run(String typed) throws IOException {
		String[] args = KeysCommand.joined((typed + " --exoscout.home=" + this.dir.resolve("home")).split(" "));
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		KeysCommand.of(args).run(new PrintStream(out, true, StandardCharsets.UTF_8));
		return out.toString(StandardCharsets.UTF_8);
	}

	private List<NamedKey> keys() {
		return new KeyFile(this.dir.resolve("home").resolve("keys")).read();
	}

	@ParameterizedTest
	@ValueSource(strings = { "keys add ada --role analyst", "keys --role=analyst add ada" })
	void aKeyIsShownOnceAndKeptAsADigest(String typed) throws IOException {
		String key = run(typed).lines()
			.map(String::strip)
			.filter((line) -> line.startsWith("xsk_"))
			.findFirst()
			.orElseThrow();
		assertThat(keys()).containsExactly(new NamedKey("ada", Role.ANALYST, NamedKey.digest(key)));
		assertThat(Files.readString(this.dir.resolve("home").resolve("keys"))).doesNotContain(key);
		assertThat(run("keys list")).contains("ada", "analyst").doesNotContain(key, NamedKey.digest(key));
	}

	@Test
	void aKeyWithoutARoleIsAReaders() throws IOException {
		assertThat(run("keys add rita")).contains("role reader", "has to show a key");
		assertThat(run("keys add bob")).doesNotContain("has to show a key");
		assertThat(keys()).extracting(NamedKey::role).containsOnly(Role.READER);
	}

	@Test
	void aRevokedKeyIsGoneAndItsNameFree() throws IOException {
		run("keys add ada");
		assertThat(run("keys revoke ada")).contains("revoked", "No key is left");
		assertThat(keys()).isEmpty();
		assertThat(run("keys add ada")).contains("xsk_");
	}

	@Test
	void whatCanNotBeDoneIsSaidAndChangesNothing() throws IOException {
		run("keys add ada");
		List<NamedKey> before = keys();
		assertThatExceptionOfType(StartFailed.class).isThrownBy(() -> run("keys add ada --role admin"))
			.withMessageContaining("'ada'");
		assertThatExceptionOfType(StartFailed.class).isThrownBy(() -> run("keys revoke bob"))
			.withMessageContaining("'bob'");
		assertThatExceptionOfType(StartFailed.class).isThrownBy(() -> run("keys add token:ada"))
			.withMessageContaining("the name of a key");
		assertThatExceptionOfType(StartFailed.class).isThrownBy(() -> run("keys add api-key-1"))
			.withMessageContaining("'api-key-1'");
		assertThat(keys()).isEqualTo(before);
	}

	@ParameterizedTest
	@ValueSource(strings = { "keys", "keys add", "keys make ada", "keys list ada", "keys revoke", "keys add ada bob",
			"keys add ada --role root", "keys add ada --role", "keys list --role admin" })
	void whatIsNoCommandIsRefused(String typed) {
		assertThatExceptionOfType(SuiteCommand.UnknownCommand.class).isThrownBy(() -> run(typed));
		assertThat(this.dir.resolve("home")).doesNotExist();
	}

}
