package io.exoscout.suite;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.exoscout.database.StartFailed;
import io.exoscout.job.JobState;
import io.exoscout.model.Algorithm;
import tools.jackson.databind.JsonNode;

import org.springframework.util.FileSystemUtils;

/**
 * The whole way of a table, over HTTP, in a suite of its own that leaves nothing behind.
 */
record Demo(SuiteClient client, PrintStream out) {

	private static final int TOP = 15;

	private static final List<String> FIGURES = List.of("roc_auc", "accuracy", "average_precision", "f1_score", "brier",
			"calibration_error");

	/** Runs the demonstration on a table. */
	static void run(Path table, PrintStream out) throws IOException, InterruptedException {
		if (!Files.isReadable(table)) {
			throw new StartFailed("demo needs a readable table, but was given " + table);
		}
		Path home = Files.createTempDirectory("exoscout-demo");
		try (RunningSuite suite = RunningSuite.start("--exoscout.home=" + home, "--server.port=0")) {
			new Demo(new SuiteClient(suite.url()), out).show(table);
		}
		finally {
			FileSystemUtils.deleteRecursively(home);
		}
	}

	private void show(Path table) throws IOException, InterruptedException {
		List<JsonNode> jobs = new ArrayList<>();
		for (String algorithm : Algorithm.ids()) {
			JsonNode accepted = this.client.upload(table, "{\"algorithm\": \"%s\"}".formatted(algorithm));
			if (jobs.isEmpty()) {
				understood(table, accepted);
			}
			this.out.printf("training %-18s", algorithm);
			this.out.flush();
			long began = System.nanoTime();
			JsonNode job = this.client.awaitEnd(accepted.get("job_id").asString());
			this.out.printf(" %s after %.1f s%n", job.get("status").asString(), (System.nanoTime() - began) / 1e9);
			if (!job.get("status").asString().equals(JobState.COMPLETED.id())) {
				throw new StartFailed("training ended with " + job.get("error"));
			}
			jobs.add(job);
		}
		metrics(jobs);
		ranking(jobs);
	}

	private void understood(Path table, JsonNode report) {
		this.out.printf("%n%s is a %s table: %d rows, %d objects, labels %s%n", table.getFileName(),
				report.get("mission").asString(), report.get("rows").asLong(), report.get("objects").asLong(),
				report.get("labels"));
		this.out.printf("%d of %d columns are used; left out as label leaks: %s%n%n", report.get("used").size(),
				report.get("columns").asInt(), leaks(report));
	}

	private static List<String> leaks(JsonNode report) {
		List<String> leaks = new ArrayList<>();
		report.get("ignored").forEach((ignored) -> {
			if (ignored.get("reason").asString().equals("label leak")) {
				leaks.add(ignored.get("column").asString());
			}
		});
		return leaks;
	}

	private void metrics(List<JsonNode> jobs) {
		this.out.printf("%nOut of fold, planet against false positive, no star on both sides of a fold:%n");
		this.out.printf("%-18s", "algorithm");
		FIGURES.forEach((figure) -> this.out.printf(" %17s", figure));
		this.out.println();
		for (JsonNode job : jobs) {
			this.out.printf("%-18s", job.get("params").get("algorithm").asString());
			FIGURES.forEach((figure) -> this.out.printf(" %17.4f", job.get("results").get(figure).asDouble()));
			this.out.println();
		}
	}

	private void ranking(List<JsonNode> jobs) throws IOException, InterruptedException {
		JsonNode best = jobs.stream()
			.max(Comparator.comparingDouble((job) -> job.get("results").get("roc_auc").asDouble()))
			.orElseThrow();
		JsonNode ranked = this.client.candidates(best.get("job_id").asString(), TOP);
		if (ranked.get("count").asInt() == 0) {
			this.out.printf("%nThe table has no undecided rows to rank.%n");
			return;
		}
		this.out.printf("%n%d undecided objects, ranked by the %s model; the first %d:%n", ranked.get("count").asInt(),
				best.get("params").get("algorithm").asString(), ranked.get("candidates").size());
		this.out.printf("%4s  %-24s %18s  %-15s  %s%n", "", "object", "planet probability", "over the folds",
				"main reason");
		FeatureWords words = new FeatureWords(this.client.model(best.get("job_id").asString()));
		ranked.get("candidates").forEach((candidate) -> candidate(candidate, words));
		legend(ranked, words);
	}

	private void candidate(JsonNode candidate, FeatureWords words) {
		JsonNode reason = candidate.get("reasons").path(0);
		this.out.printf("%4d  %-24s %18.4f  %.4f - %.4f  %s%n", candidate.get("rank").asInt(),
				candidate.path("object").asString("?"), candidate.get("probability").asDouble(),
				candidate.get("lower").asDouble(), candidate.get("upper").asDouble(),
				reason.isMissingNode() ? "none" : words.value(reason) + ", " + FeatureWords.direction(reason));
	}

	/** What the numbers of the list mean. */
	private void legend(JsonNode ranked, FeatureWords words) {
		this.out
			.printf("%nA probability, from 0 to 1, is that of being a planet (%s): the higher, the more the object is "
					+ "like the planets%nof this table. It is calibrated for a table where planets are as common as among the "
					+ "decided rows.%n", String.join(" or ", texts(ranked.get("planet_classes"))));
		this.out.printf("What a reason adds is in %s.%n%nThe main reasons:%n", ranked.get("contribution").asString());
		ranked.get("candidates")
			.valueStream()
			.map((candidate) -> candidate.get("reasons").path(0).path("feature").asString())
			.filter((feature) -> !feature.isEmpty())
			.distinct()
			.sorted()
			.forEach((feature) -> this.out.printf("  %-30s %s%n", feature, words.meaning(feature)));
	}

	private static List<String> texts(JsonNode list) {
		return list.valueStream().map(JsonNode::asString).toList();
	}

}
