package io.exoscout.gateway;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.exoscout.k8s.Tools;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What the compose files want from the environment, and who sees to it. */
class ComposeVariableTests {

	private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

	/** A variable, and what is done without it; a doubled dollar means a dollar. */
	private static final Pattern VARIABLE = Pattern.compile("(?<!\\$)\\$\\{?(\\w+)(:-|:\\?)?");

	@TempDir
	Path directory;

	@Test
	void variableHasADefaultOrIsRequired() throws IOException {
		assertThat(variables((otherwise) -> otherwise.equals("none"))).isEmpty();
		assertThat(variables(":-"::equals)).contains("EXOSCOUT_PORT", "EXOSCOUT_BIND");
	}

	@Test
	void requiredVariablesAreThoseThatMakeSecretsMakes() throws IOException {
		assertThat(variables(":?"::equals)).isNotEmpty().isEqualTo(secrets().keySet());
	}

	@Test
	void everyVariableIsDocumented() throws IOException {
		String page = Files.readString(ROOT.resolve("docs/deployment.md"));
		assertThat(variables((otherwise) -> true))
			.allSatisfy((name) -> assertThat(page).containsPattern("\n[^|\n]*`" + name + "`[^|\n]* \\| "));
	}

	/** They go into addresses and into a key file, which each have their own alphabet. */
	@Test
	void secretsAreOfLettersAndDigits() throws IOException {
		assertThat(secrets().values()).doesNotHaveDuplicates()
			.allSatisfy((secret) -> assertThat(secret).matches("[0-9a-f]{48}"));
	}

	@Test
	void secretsThatAreThereAreKept() throws IOException {
		Files.writeString(this.directory.resolve(".env"), "EXOSCOUT_BROKER_PASSWORD=mine\n");
		assertThat(secrets()).containsEntry("EXOSCOUT_BROKER_PASSWORD", "mine").hasSizeGreaterThan(1);
	}

	private Map<String, String> secrets() throws IOException {
		Tools.need(Tools.isOnThePath("make"), "make is not on the path");
		Tools.run(List.of("make", "--silent", "--directory", this.directory.toString(), "--file",
				ROOT.resolve("Makefile").toString(), "secrets"), "");
		return Files.readAllLines(this.directory.resolve(".env"))
			.stream()
			.map((line) -> line.split("=", 2))
			.collect(Collectors.toMap((parts) -> parts[0], (parts) -> parts[1], (first, second) -> second,
					TreeMap::new));
	}

	private static Set<String> variables(Predicate<String> otherwise) throws IOException {
		Set<String> names = new TreeSet<>();
		try (Stream<Path> others = Files.list(ROOT.resolve("compose"))) {
			for (Path file : Stream.concat(Stream.of(ROOT.resolve("docker-compose.yml")), others).toList()) {
				if (file.toString().endsWith(".yml")) {
					VARIABLE.matcher(Files.readString(file))
						.results()
						.filter((found) -> otherwise.test(otherwise(found)))
						.forEach((found) -> names.add(found.group(1)));
				}
			}
		}
		return names;
	}

	private static String otherwise(MatchResult variable) {
		return (variable.group(2) != null) ? variable.group(2) : "none";
	}

}
