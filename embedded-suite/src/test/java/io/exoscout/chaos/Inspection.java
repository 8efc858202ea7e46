package io.exoscout.chaos;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.awaitility.core.ConditionTimeoutException;

import static org.awaitility.Awaitility.await;

/**
 * Looks at everything that a run has left behind: documents, messages, bytes and logs.
 */
final class Inspection {

	private static final Pattern JOB = Pattern.compile("\"job_id\" *: *\"(\\p{XDigit}{64})\"");

	private final Stage stage;

	private final Books books;

	private final Ledger ledger;

	private final Forger forger;

	private final List<String> findings = new ArrayList<>();

	Inspection(Stage stage, Books books, Ledger ledger, Forger forger) {
		this.stage = stage;
		this.books = books;
		this.ledger = ledger;
		this.forger = forger;
	}

	/**
	 * Everything that is wrong; what is right, and how much of it, goes into the report.
	 */
	List<String> findings(Report report) {
		StoredBlobs blobs = this.stage.blobs(this.books);
		Instant began = Instant.now();
		inspectBytes(blobs);
		report.add("until only what is needed was left", Duration.between(began, Instant.now()));
		Judgement judgement = new Judgement(this.ledger, this.books);
		this.findings.addAll(judgement.findings());
		report.add("jobs accepted", this.ledger.accepted().size());
		report.addAll(judgement.endings(), "");
		report.addAll(judgement.attempts(), "jobs by attempts: ");
		inspectQueues(judgement, report);
		Logs logs = new Logs(this.stage.logs());
		this.findings.addAll(logs.claimedTwice());
		this.findings.addAll(logs.unexpectedErrors());
		report.add("blobs, all of them needed", blobs.names().size());
		long drafts = Drafts.in(this.stage.homes());
		report.add("drafts left by killed processes", drafts);
		if (drafts > this.ledger.kills()) {
			this.findings.add("There are more drafts than processes that were killed");
		}
		return this.findings;
	}

	private void inspectBytes(StoredBlobs blobs) {
		try {
			await().atMost(this.stage.tidy())
				.pollInterval(Duration.ofSeconds(1))
				.until(() -> blobs.names().equals(new Judgement(this.ledger, this.books).needed()));
		}
		catch (ConditionTimeoutException ex) {
			Set<String> needed = new Judgement(this.ledger, this.books).needed();
			Set<String> orphans = new TreeSet<>(blobs.names());
			orphans.removeAll(needed);
			orphans.forEach((name) -> this.findings.add("Nobody needs the bytes " + name));
			needed.removeAll(blobs.names());
			needed.forEach((name) -> this.findings.add("The bytes are missing of " + name));
		}
		blobs.damaged().forEach((name) -> this.findings.add("Damaged: " + name));
	}

	private void inspectQueues(Judgement judgement, Report report) {
		Queues queues = new Queues(this.stage.broker().port());
		try {
			await().atMost(Duration.ofSeconds(30)).until(() -> queues.waiting() == 0);
		}
		catch (ConditionTimeoutException ex) {
			this.findings.add("Messages still wait: " + queues.waiting());
		}
		List<byte[]> letters = queues.deadLetters();
		report.add("dead letters", letters.size());
		for (byte[] letter : letters) {
			Matcher job = JOB.matcher(new String(letter, StandardCharsets.UTF_8));
			if (!this.forger.isUnreadable(letter) && !(job.find() && judgement.isFailed(job.group(1)))) {
				this.findings.add("Dead without a reason: " + new String(letter, StandardCharsets.UTF_8));
			}
		}
	}

}
