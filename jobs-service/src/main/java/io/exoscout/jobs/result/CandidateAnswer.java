package io.exoscout.jobs.result;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

import io.exoscout.astronomy.AstronomyAnswer;
import io.exoscout.candidate.Candidate;
import io.exoscout.web.AnswerFormat;
import io.exoscout.web.CsvAnswer;
import tools.jackson.databind.json.JsonMapper;

/** How candidates are written in each of the {@link AnswerFormat}s. */
enum CandidateAnswer {

	/** A page, with what holds for all candidates. */
	JSON {
		@Override
		void write(CandidateView view, int after, int limit, OutputStream out, JsonMapper json) throws IOException {
			json.writeValue(out, view.page(after, limit, json));
		}
	},

	/** A candidate on each line, one by one. */
	NDJSON {
		@Override
		void write(CandidateView view, int after, int limit, OutputStream out, JsonMapper json) throws IOException {
			Writer lines = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
			view.each(after, limit,
					(candidate) -> lines.append(json.writeValueAsString(view.shown(candidate, json))).append('\n'));
			lines.close();
		}
	},

	/** A line for each candidate, one by one. */
	CSV {
		@Override
		void write(CandidateView view, int after, int limit, OutputStream out, JsonMapper json) throws IOException {
			CsvAnswer<Candidate> csv = new CsvAnswer<>(view.columns(), out);
			view.each(after, limit, csv::write);
			csv.finish();
		}
	},

	/** A table of the Virtual Observatory. */
	VOTABLE {
		@Override
		void write(CandidateView view, int after, int limit, OutputStream out, JsonMapper json) throws IOException {
			astronomy(AnswerFormat.VOTABLE, view, after, limit, out);
		}
	},

	/** A binary table. */
	FITS {
		@Override
		void write(CandidateView view, int after, int limit, OutputStream out, JsonMapper json) throws IOException {
			astronomy(AnswerFormat.FITS, view, after, limit, out);
		}
	},

	/** CSV that says what its columns are. */
	ECSV {
		@Override
		void write(CandidateView view, int after, int limit, OutputStream out, JsonMapper json) throws IOException {
			astronomy(AnswerFormat.ECSV, view, after, limit, out);
		}
	},

	/** A table in columns. */
	IPAC {
		@Override
		void write(CandidateView view, int after, int limit, OutputStream out, JsonMapper json) throws IOException {
			astronomy(AnswerFormat.IPAC, view, after, limit, out);
		}
	};

	private static void astronomy(AnswerFormat format, CandidateView view, int after, int limit, OutputStream out)
			throws IOException {
		AstronomyAnswer<Candidate> table = new AstronomyAnswer<>(format, view.list().title(), view.list().notes(),
				view.columns(), out);
		view.each(after, limit, table::write);
		table.finish();
	}

	static CandidateAnswer of(AnswerFormat format) {
		return valueOf(format.name());
	}

	/**
	 * Writes a part of a list.
	 * @param view what is wanted of the list
	 * @param after how many come before
	 * @param limit how many at most
	 * @param out where to write
	 * @param json for the forms that are JSON
	 * @throws IOException when the client is gone
	 */
	abstract void write(CandidateView view, int after, int limit, OutputStream out, JsonMapper json) throws IOException;

}
