package io.exoscout.searcher.zip;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

import io.exoscout.body.Spool;
import io.exoscout.gzip.UnpackingBudget;
import io.exoscout.lightcurve.file.CurveSource;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;

/**
 * The files of a request with ZIP archives: what is in these, and what was sent beside
 * them. The archives are kept on disk while they are read.
 */
public final class SentFiles implements AutoCloseable {

	private final Spool spool;

	private final UnpackingBudget unpacking = new UnpackingBudget();

	private final List<CurveSource> files = new ArrayList<>();

	private final List<Path> archives = new ArrayList<>();

	private SentFiles(Spool spool) {
		this.spool = spool;
	}

	/** Whether any of the files is an archive. */
	public static boolean areArchives(List<? extends CurveSource> sent) throws IOException {
		for (CurveSource file : sent) {
			if (isArchive(file)) {
				return true;
			}
		}
		return false;
	}

	/** Looks through all archives. */
	public static SentFiles of(List<? extends CurveSource> sent, Spool spool) throws IOException {
		SentFiles files = new SentFiles(spool);
		try {
			for (CurveSource file : sent) {
				files.add(file);
			}
			return files;
		}
		catch (IOException | RuntimeException | Error ex) {
			files.close();
			throw ex;
		}
	}

	private void add(CurveSource file) throws IOException {
		if (!isArchive(file)) {
			this.files.add(file);
			requireFew();
			return;
		}
		Path archive = this.spool.upload();
		this.archives.add(archive);
		try (InputStream in = file.open()) {
			Files.copy(in, archive, StandardCopyOption.REPLACE_EXISTING);
		}
		this.files.addAll(ZipDirectory.of(archive, file.name(), this.unpacking));
		requireFew();
	}

	/** Of all archives together: what is noted of each file has to be held, and kept. */
	private void requireFew() {
		if (this.files.size() > ZipDirectory.MOST) {
			throw new ProblemException(ErrorCode.TOO_MANY_FILES,
					"There are %,d files in what was sent; %,d may come at once. Send them in several requests."
						.formatted(this.files.size(), ZipDirectory.MOST));
		}
	}

	private static boolean isArchive(CurveSource file) throws IOException {
		try (InputStream in = file.open()) {
			return ZipDirectory.begins(in.readNBytes(4));
		}
	}

	/** All files, in the order in which they came. */
	public List<CurveSource> files() {
		return this.files;
	}

	/** What all archives together may unpack to. */
	public UnpackingBudget unpacking() {
		return this.unpacking;
	}

	@Override
	public void close() {
		this.archives.forEach(this.spool::delete);
	}

}
