package io.exoscout.k8s;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

/**
 * Programs that render and check what is not Java. They may be missing on a laptop, not
 * in CI.
 */
public final class Tools {

	/** Where the manifests stand, seen from the module's directory. */
	static final Path MANIFESTS = Path.of("..", "k8s");

	private Tools() {
	}

	/** What renders a kustomization: the program itself, or the one inside kubectl. */
	static List<String> kustomize() {
		if (isOnThePath("kustomize")) {
			return List.of("kustomize", "build");
		}
		need(isOnThePath("kubectl"), "neither kustomize nor kubectl is on the path");
		return List.of("kubectl", "kustomize");
	}

	/** Skips the test, or lets it fail in CI, if something is missing. */
	public static void need(boolean there, String otherwise) {
		if (!there && "true".equals(System.getenv("CI"))) {
			fail(otherwise);
		}
		Assumptions.assumeTrue(there, otherwise);
	}

	/** Runs a program to its end and returns what it printed. */
	public static String run(List<String> command, String input) {
		try {
			Process process = new ProcessBuilder(command).start();
			CompletableFuture<String> complaints = CompletableFuture.supplyAsync(() -> text(process.errorReader()));
			try (var writer = process.outputWriter(StandardCharsets.UTF_8)) {
				writer.write(input);
			}
			String output = text(process.inputReader(StandardCharsets.UTF_8));
			assertThat(process.waitFor()).as("%s: %s", command, complaints.join()).isZero();
			return output;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static String text(BufferedReader reader) {
		return reader.lines().collect(Collectors.joining("\n"));
	}

	/** Whether a program can be run by its name. */
	public static boolean isOnThePath(String program) {
		return Stream.of(System.getenv("PATH").split(":"))
			.anyMatch((place) -> Files.isExecutable(Path.of(place, program)));
	}

}
