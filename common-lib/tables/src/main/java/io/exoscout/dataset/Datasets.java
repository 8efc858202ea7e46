package io.exoscout.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import io.exoscout.archive.LabelMap;
import io.exoscout.archive.Mission;
import io.exoscout.body.ArrivingBody;
import io.exoscout.body.Filenames;
import io.exoscout.body.Spool;
import io.exoscout.body.TableLimits;
import io.exoscout.csv.CsvTable;
import io.exoscout.csv.RaggedRow;
import io.exoscout.form.TableTranslation;
import io.exoscout.objects.ObjectColumns;
import io.exoscout.objects.ObjectReader;
import io.exoscout.objects.ObjectRow;
import io.exoscout.objects.ObjectTable;
import io.exoscout.objects.RowStore;
import io.exoscout.objects.WatchedBytes;
import io.exoscout.problem.ProblemException;
import io.exoscout.store.BlobProblems;
import io.exoscout.store.BlobStore;
import org.jspecify.annotations.Nullable;

/**
 * The tables: received as streams, understood, kept once per content, read again for
 * training. Memory stays bounded by the {@link TableLimits} whatever is sent.
 */
public final class Datasets {

	private final BlobStore blobs;

	private final TableLimits limits;

	private final Spool spool;

	/**
	 * Tables over a store.
	 * @param blobs keeps them
	 * @param limits how large they may be
	 * @param spool directory for uploads in progress; made if need be
	 */
	public Datasets(BlobStore blobs, TableLimits limits, Path spool) {
		this(blobs, limits, new Spool(spool));
	}

	Datasets(BlobStore blobs, TableLimits limits, Spool spool) {
		this.blobs = blobs;
		this.limits = limits;
		this.spool = spool;
	}

	/**
	 * Takes in a table, in one pass while its bytes arrive: canonical body, hash and
	 * report. A table in another form than the archive's is first written anew in that
	 * form, and the report says so. Nothing is kept yet.
	 * @param raw the bytes as they were sent, packed or not; not closed here
	 * @param filename the name the sender gave; a label only
	 * @return the table; to be closed by the caller
	 * @throws ProblemException when it is no text, malformed, too large, or of no known
	 * mission
	 */
	public Upload receive(InputStream raw, @Nullable String filename) {
		return receive(raw, filename, LabelMap.NONE);
	}

	/**
	 * Takes in a table whose labels are said to stand for something.
	 * @param labels what the values of its label column stand for
	 */
	public Upload receive(InputStream raw, @Nullable String filename, LabelMap labels) {
		return receive(raw, filename, labels, true, null);
	}

	/**
	 * Takes in a table that nothing is to be learnt from: as {@link #receive}, but its
	 * columns are not audited.
	 * @throws ProblemException also {@code empty_core_columns}, {@code impossible_values}
	 * or {@code published_planets} for numbers that no answer should be given to
	 */
	public Upload receiveToScore(InputStream raw, @Nullable String filename) {
		return receive(raw, filename, LabelMap.NONE, false, null);
	}

	/**
	 * Takes in a table whose objects are asked for again at once.
	 * @param wanted what is to be kept of them, see {@link Upload#rows}
	 */
	public Upload receiveToScore(InputStream raw, @Nullable String filename, RowStore.Wanted wanted) {
		return receive(raw, filename, LabelMap.NONE, false, wanted);
	}

	/** An empty place for objects; closed by the caller. */
	public RowStore rows(RowStore.Wanted wanted) {
		return new RowStore(this.spool, wanted);
	}

	private Upload receive(InputStream raw, @Nullable String filename, LabelMap labels, boolean audited,
			RowStore.@Nullable Wanted wanted) {
		ArrivingBody sent = this.spool.receive(raw, this.limits);
		try (sent) {
			return received(sent, filename, labels, audited, wanted);
		}
		catch (IOException | UncheckedIOException ex) {
			this.spool.delete(sent.file());
			throw BlobProblems.unavailable("The table can not be read for now", ex);
		}
		catch (RuntimeException | Error ex) {
			this.spool.delete(sent.file());
			throw ex;
		}
	}

	private Upload received(ArrivingBody sent, @Nullable String filename, LabelMap labels, boolean audited,
			RowStore.@Nullable Wanted wanted) throws IOException {
		Optional<TableTranslation> begun = begun(sent, labels);
		TableTranslation translation = begun.isPresent() ? begun.get()
				: TableTranslation.of(sent.whole(), this.spool, this.limits, labels);
		if (translation.plain()) {
			try {
				InputStream bytes = begun.isPresent() ? sent.stream() : Files.newInputStream(sent.file());
				return understood(new Text(bytes, sent.beginning().firstLine(), sent::whole), translation, filename,
						audited, true, wanted);
			}
			catch (RaggedRow | OddTable ex) {
				// perhaps blanks at the ends of rows were dropped or added
				translation.whole(sent.whole());
			}
			catch (ProblemException ex) {
				// what is wrong with the bytes comes first, wherever it is
				sent.whole();
				throw ex;
			}
		}
		ArrivingBody.Whole table = translation.write();
		try {
			Upload upload = understood(new Text(Files.newInputStream(table.file()), table.firstLine(), () -> table),
					translation, filename, audited, false, wanted);
			this.spool.delete(sent.file());
			return upload;
		}
		catch (IOException | RuntimeException | Error ex) {
			this.spool.delete(table.file());
			throw ex;
		}
	}

	/**
	 * Looks at the beginning of a table that is still on its way; nothing where it is not
	 * in the archive's form, so that all of it has to be there first.
	 */
	private Optional<TableTranslation> begun(ArrivingBody sent, LabelMap labels) throws IOException {
		if (!sent.goesOn()) {
			return Optional.empty();
		}
		try {
			return Optional.of(TableTranslation.of(sent.beginning(), this.spool, this.limits, labels))
				.filter(TableTranslation::plain);
		}
		catch (ProblemException ex) {
			// told once the bytes are there, if nothing is wrong with them
			return Optional.empty();
		}
	}

	/**
	 * What is read of a table.
	 *
	 * @param bytes in the archive's form; closed by whoever reads them
	 * @param firstLine the line of the sent file on which they begin
	 * @param body all of it, once it was read
	 */
	private record Text(InputStream bytes, long firstLine, Supplier<ArrivingBody.Whole> body) {
	}

	private Upload understood(Text text, TableTranslation translation, @Nullable String filename, boolean audited,
			boolean asSent, RowStore.@Nullable Wanted wanted) throws IOException {
		RowStore kept = (wanted != null) ? rows(wanted) : null;
		try {
			return understood(text, translation, filename, audited, asSent, kept);
		}
		catch (IOException | RuntimeException | Error ex) {
			if (kept != null) {
				kept.close();
			}
			throw ex;
		}
	}

	private Upload understood(Text text, TableTranslation translation, @Nullable String filename, boolean audited,
			boolean asSent, @Nullable RowStore kept) throws IOException {
		try (CsvTable table = CsvTable.open(text.bytes(), text.firstLine(), this.limits)) {
			TableSurvey survey = TableSurvey.of(table, this.limits, translation.told(), audited, kept);
			if (asSent && survey.odd()) {
				throw new OddTable();
			}
			if (!audited) {
				survey.requireScorable();
			}
			ArrivingBody.Whole body = text.body().get();
			if (asSent) {
				translation.whole(body);
			}
			DatasetRef ref = new DatasetRef(body.sha256(), Filenames.clean(filename), body.bytes(), table.rows(),
					table.columns().size(), body.downloaded(), body.sentSha256());
			if (kept != null && kept.mission() == survey.schema().mission() && kept.mission().mergesRows()) {
				try (ObjectReader merged = ObjectReader.open(Files.newInputStream(body.file()), kept.mission(),
						kept.columns(), this.limits)) {
					kept.addAll(merged);
				}
			}
			return new Upload(this.spool, body.file(), ref, survey, asSent ? translation.notes() : body.notes(),
					translation.sentAs(), kept);
		}
	}

	/**
	 * Keeps a table for good; durable when this returns. Keeping it twice keeps it once.
	 */
	public void keep(Upload upload) {
		this.blobs.put(upload.file(), upload.ref().sha256());
	}

	/**
	 * Opens the canonical body of a kept table; the caller closes it.
	 * @throws ProblemException {@code blob_not_found} when it is gone
	 */
	public InputStream open(DatasetRef ref) {
		return this.blobs.open(ref.sha256());
	}

	/**
	 * Reads a kept table as objects, one after the other.
	 * @param ref the table
	 * @param mission whose it is
	 * @param features the columns to read as numbers
	 * @return the reader; the caller closes it
	 */
	public ObjectReader read(DatasetRef ref, Mission mission, List<String> features) {
		return ObjectReader.open(open(ref), mission, features, this.limits);
	}

	/**
	 * Reads a kept table into memory, for training, and the archive's own scores beside
	 * it.
	 * @param ref the table
	 * @param mission whose it is
	 * @param features the columns to read as numbers
	 * @param meanwhile called again and again; may end it with an exception
	 * @return all its objects, in table order, each once however many names it has
	 * @throws ProblemException {@code too_many_objects} when it is larger than allowed
	 */
	public ObjectTable load(DatasetRef ref, Mission mission, List<String> features, Runnable meanwhile) {
		try (ObjectReader reader = ObjectReader.open(new WatchedBytes(open(ref), meanwhile), mission,
				ObjectColumns.wanted(mission, features), this.limits)) {
			ObjectColumns columns = new ObjectColumns(mission, features, this.limits);
			for (ObjectRow object = reader.next(); object != null; object = reader.next()) {
				columns.add(object);
			}
			return columns.table(meanwhile);
		}
		catch (IOException | UncheckedIOException ex) {
			throw BlobProblems.unavailable("The table can not be read for now", ex);
		}
	}

	/** How large a table may be. */
	public TableLimits limits() {
		return this.limits;
	}

	/** A table that has to be written anew, as shows only once it was read. */
	private static final class OddTable extends RuntimeException {

		OddTable() {
			super("not in the archive's form", null, false, false);
		}

	}

}
