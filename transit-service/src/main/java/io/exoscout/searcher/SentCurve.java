package io.exoscout.searcher;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;

import io.exoscout.body.Filenames;
import io.exoscout.lightcurve.file.CurveSource;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.InputError;
import io.exoscout.problem.ProblemException;
import org.jspecify.annotations.Nullable;

import org.springframework.web.multipart.MultipartFile;

/** A file of a form; its name is a label only. */
record SentCurve(MultipartFile part) implements CurveSource {

	/** With the parameters as many parts as a form may have. */
	static final int MOST = 49;

	/** The files of a request, at least one. */
	static List<SentCurve> of(MultipartFile @Nullable [] files) {
		if (files == null || files.length == 0) {
			String detail = "The request has no file; send the light curve as multipart field 'file', with a file name; "
					+ "several quarters or sectors as several such fields";
			throw new ProblemException(ErrorCode.MISSING_FILE, detail, InputError.field("file", detail));
		}
		if (files.length > MOST) {
			throw ProblemException.invalidParameter("file",
					"There are %d files; at most %d are accepted.".formatted(files.length, MOST));
		}
		return Arrays.stream(files).map(SentCurve::new).toList();
	}

	@Override
	public String name() {
		return Filenames.clean(this.part.getOriginalFilename());
	}

	@Override
	public InputStream open() throws IOException {
		return this.part.getInputStream();
	}

}
