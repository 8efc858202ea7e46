package io.exoscout.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.exoscout.archive.LabelMap;
import io.exoscout.body.ArrivingBody;
import io.exoscout.body.Filenames;
import io.exoscout.body.Spool;
import io.exoscout.body.TableLimits;
import io.exoscout.catalog.confirmed.ConfirmedRow;
import io.exoscout.catalog.confirmed.ConfirmedTable;
import io.exoscout.catalog.confirmed.ImportTurns;
import io.exoscout.dataset.DatasetRef;
import io.exoscout.form.TableTranslation;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.store.BlobProblems;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DuplicateKeyException;

/**
 * The way of the archive's table of confirmed planets into the catalogue. All of it is
 * read and checked before the first planet is written; then it is read again and written
 * some rows at a time. If that breaks off, the same table sent again completes it. Of two
 * tables at once the second one waits, wherever they were sent, so that the catalogue is
 * as one of them says.
 */
record CatalogImport(Spool spool, TableLimits limits, ArchivePlanets planets, CatalogLimits room, ImportTurns turns,
		Clock clock) {

	private static final int TOGETHER = 500;

	/**
	 * Takes a table.
	 * @param raw the bytes as they were sent, packed or not; not closed here
	 * @param filename the name the sender gave; a label only
	 * @param dryRun whether only to say what would happen
	 */
	ImportReport read(InputStream raw, @Nullable String filename, boolean dryRun) {
		ArrivingBody.Whole sent = this.spool.write(raw, this.limits);
		try {
			TableTranslation form = TableTranslation.of(sent, this.spool, this.limits, LabelMap.NONE);
			return form.plain() ? read(sent, form.notes(), filename, dryRun) : rewritten(form, filename, dryRun);
		}
		catch (IOException | UncheckedIOException ex) {
			throw BlobProblems.unavailable("The table can not be read for now", ex);
		}
		finally {
			this.spool.delete(sent.file());
		}
	}

	/** A table in another form, such as a VOTable. */
	private ImportReport rewritten(TableTranslation form, @Nullable String filename, boolean dryRun)
			throws IOException {
		ArrivingBody.Whole written = form.write();
		try {
			return read(written, written.notes(), filename, dryRun);
		}
		finally {
			this.spool.delete(written.file());
		}
	}

	private ImportReport read(ArrivingBody.Whole body, List<String> notes, @Nullable String filename, boolean dryRun)
			throws IOException {
		ImportTally tally = new ImportTally(this.limits);
		DatasetRef dataset;
		Set<String> kept;
		List<String> missing;
		List<String> ignored;
		try (ConfirmedTable table = open(body)) {
			for (ConfirmedRow row = table.next(); row != null; row = table.next()) {
				tally.takes(row);
				this.room.requireHolds(tally.taken());
			}
			kept = table.kept();
			missing = table.missing();
			ignored = table.ignored();
			dataset = new DatasetRef(body.sha256(), Filenames.clean(filename), body.bytes(), table.rows(),
					table.columns(), body.downloaded(), body.sentSha256());
		}
		requireRows(tally, dataset);
		if (dryRun) {
			requireRoom(tally);
			return report(body, notes, tally, dataset, kept, missing, ignored, null);
		}
		try (ImportTurns.Hold turn = this.turns.await()) {
			requireRoom(tally);
			return report(body, notes, tally, dataset, kept, missing, ignored, turn);
		}
	}

	/** Those that are there already take no more room. */
	private void requireRoom(ImportTally tally) {
		if (tally.taken() > this.room.room(this.planets.mongo())) {
			this.room.requireRoom(this.planets.mongo(), tally.taken() - this.planets.known(tally.names()));
		}
	}

	private ImportReport report(ArrivingBody.Whole body, List<String> notes, ImportTally tally, DatasetRef dataset,
			Set<String> kept, List<String> missing, List<String> ignored, ImportTurns.@Nullable Hold turn)
			throws IOException {
		List<ImportReport.OwnPlanet> own = own(tally);
		long before = this.planets.count();
		Written written = new Written(turn, Provenance.of(body.sha256(), body.downloaded(), this.clock.instant()),
				kept);
		each(body, written::take);
		written.finish();
		if (turn != null) {
			turn.renew();
		}
		return new ImportReport(turn == null, dataset, written.added, written.changed, written.same,
				Math.max(0, before - written.changed - written.same), tally.refused(), written.changes,
				tally.refusals(), own.stream().limit(ImportReport.NAMED).toList(), own.size(), missing, ignored, notes);
	}

	private static void requireRows(ImportTally tally, DatasetRef dataset) {
		if (dataset.rows() == 0) {
			throw new ProblemException(ErrorCode.NO_ROWS, "The table has a header, but no rows.");
		}
		if (tally.taken() == 0) {
			throw new ProblemException(ErrorCode.UNUSABLE_PLANETS, "None of the table's %d rows can be taken. %s"
				.formatted(dataset.rows(), tally.refusals().get(0).message()), tally.refusals());
		}
	}

	private List<ImportReport.OwnPlanet> own(ImportTally tally) {
		try (Stream<Planet> own = this.planets.own()) {
			return own
				.map((planet) -> new ImportReport.OwnPlanet(planet.id(),
						String.valueOf(planet.fields().get(Planet.NAME))))
				.filter((planet) -> tally.has(planet.name()))
				.toList();
		}
	}

	/** The rows that count, a second time. */
	private void each(ArrivingBody.Whole body, Consumer<ConfirmedRow> taken) throws IOException {
		ImportTally again = new ImportTally(this.limits);
		try (ConfirmedTable table = open(body)) {
			for (ConfirmedRow row = table.next(); row != null; row = table.next()) {
				if (again.takes(row)) {
					taken.accept(row);
				}
			}
		}
	}

	private ConfirmedTable open(ArrivingBody.Whole body) throws IOException {
		return ConfirmedTable.open(Files.newInputStream(body.file()), body.firstLine(), this.limits);
	}

	/** What was written so far, or would be where it is nobody's turn. */
	private final class Written {

		private final ImportTurns.@Nullable Hold turn;

		private final Provenance provenance;

		private final Set<String> columns;

		private final List<ConfirmedRow> batch = new ArrayList<>(TOGETHER);

		private final List<ImportReport.Change> changes = new ArrayList<>();

		private long added;

		private long changed;

		private long same;

		Written(ImportTurns.@Nullable Hold turn, Provenance provenance, Set<String> columns) {
			this.turn = turn;
			this.provenance = provenance;
			this.columns = columns;
		}

		void take(ConfirmedRow row) {
			this.batch.add(row);
			if (this.batch.size() == TOGETHER) {
				finish();
			}
		}

		void finish() {
			if (this.turn != null) {
				this.turn.renew();
			}
			ArchivePlanets.Difference done = CatalogImport.this.planets.compare(this.batch, this.columns,
					this.provenance);
			if (this.turn != null) {
				write(done, this.turn);
			}
			this.added += done.added().size();
			this.changed += done.changed().size();
			this.same += done.same();
			done.changes().stream().limit(ImportReport.NAMED - this.changes.size()).forEach(this.changes::add);
			this.batch.clear();
		}

		private void write(ArchivePlanets.Difference difference, ImportTurns.Hold turn) {
			try {
				CatalogImport.this.planets.write(difference);
			}
			catch (DuplicateKeyException ex) {
				throw turn.overtaken().causedBy(ex);
			}
		}

	}

}
