package io.exoscout.suite;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import io.exoscout.caller.KeyFile;
import io.exoscout.caller.NamedKey;
import io.exoscout.caller.Role;
import io.exoscout.caller.UnreadableKeys;
import io.exoscout.database.StartFailed;
import io.exoscout.home.OwnerOnly;
import io.exoscout.suite.SuiteCommand.UnknownCommand;

import org.springframework.core.env.PropertyResolver;
import org.springframework.util.StringUtils;

/**
 * {@code keys add NAME}, {@code keys list} and {@code keys revoke NAME}. A suite that
 * runs on the same data directory notices by itself.
 */
record KeysCommand(KeyFile keys, List<String> words, Role role) {

	private static final String ROLE = "--role";

	/**
	 * Understands what was typed.
	 * @throws UnknownCommand if that is none of the three
	 */
	static KeysCommand of(String... args) {
		List<String> words = SuiteCommand.words(args);
		String verb = (words.size() > 1) ? words.get(1) : "";
		boolean named = verb.equals("add") || verb.equals("revoke");
		if (!named && !verb.equals("list")) {
			throw new UnknownCommand(
					"keys needs add NAME, list or revoke NAME, but was given " + words.subList(1, words.size()));
		}
		if (words.size() != (named ? 3 : 2)) {
			throw new UnknownCommand("keys %s needs %s, but was given %s".formatted(verb,
					named ? "one name" : "no word behind it", words.subList(2, words.size())));
		}
		Optional<String> role = role(args);
		if (role.isPresent() && !verb.equals("add")) {
			throw new UnknownCommand("keys " + verb + " knows no role");
		}
		return new KeysCommand(new KeyFile(path(LaunchSettings.settings(args))), words.subList(1, words.size()),
				role.map(KeysCommand::role).orElse(Role.READER));
	}

	private static Optional<String> role(String... args) {
		return Arrays.stream(args)
			.filter((arg) -> arg.equals(ROLE) || arg.startsWith(ROLE + "="))
			.map((arg) -> arg.substring(Math.min(arg.length(), ROLE.length() + 1)))
			.findFirst();
	}

	private static Role role(String typed) {
		return Role.of(typed)
			.orElseThrow(
					() -> new UnknownCommand("there is no role '%s'; use reader, analyst or admin".formatted(typed)));
	}

	private static Path path(PropertyResolver settings) {
		String set = settings.getProperty("exoscout.security.key-file");
		return StringUtils.hasText(set) ? Path.of(set).toAbsolutePath() : LaunchSettings.home(settings).resolve("keys");
	}

	/** {@code --role admin} with a blank, which would else be a setting and a word. */
	static String[] joined(String... args) {
		for (int i = 0; i + 1 < args.length; i++) {
			if (args[i].equals(ROLE) && !args[i + 1].startsWith("-")) {
				String[] joined = new String[args.length - 1];
				System.arraycopy(args, 0, joined, 0, i);
				joined[i] = ROLE + "=" + args[i + 1];
				System.arraycopy(args, i + 2, joined, i + 1, joined.length - i - 1);
				return joined;
			}
		}
		return args;
	}

	void run(PrintStream out) throws IOException {
		try {
			switch (this.words.get(0)) {
				case "add" -> add(this.words.get(1), out);
				case "revoke" -> revoke(this.words.get(1), out);
				default -> list(out);
			}
		}
		catch (UnreadableKeys | IllegalArgumentException ex) {
			throw new StartFailed(String.valueOf(ex.getMessage()));
		}
	}

	private void add(String name, PrintStream out) throws IOException {
		if (name.startsWith(NamedKey.NAMELESS)) {
			throw new StartFailed("'%s' is how keys without a name are called; choose another name".formatted(name));
		}
		String secret = NamedKey.random();
		NamedKey key = new NamedKey(name, this.role, NamedKey.digest(secret));
		boolean first = !this.keys.exists();
		OwnerOnly.make(Objects.requireNonNull(this.keys.path().getParent(), "of a file"));
		if (!this.keys.add(key)) {
			throw new StartFailed(
					"there is a key '%s' already; revoke it first, or choose another name".formatted(name));
		}
		out.println("The key of " + name + ", with the role " + this.role.id() + ". It is shown this once:");
		out.println("  " + secret);
		out.println("Its SHA-256, for exoscout.security.keys of services with no data directory in common:");
		out.println("  " + key.sha256());
		if (first) {
			out.println("From now on whoever calls has to show a key.");
		}
	}

	private void revoke(String name, PrintStream out) {
		if (!this.keys.revoke(name)) {
			throw new StartFailed("there is no key '%s' in %s".formatted(name, this.keys.path()));
		}
		out.println("The key of " + name + " is revoked.");
		if (this.keys.read().isEmpty()) {
			out.println("No key is left in " + this.keys.path() + "; delete the file to let everybody in again.");
		}
	}

	private void list(PrintStream out) {
		List<NamedKey> all = this.keys.read();
		all.forEach(
				(key) -> out.printf("%-32s %-8s %s…%n", key.name(), key.role().id(), key.sha256().substring(0, 12)));
		if (all.isEmpty()) {
			out.println("There are no keys in " + this.keys.path());
		}
	}

}
