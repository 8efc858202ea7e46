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
		void write(CandidateList list, int after, int limit, OutputStream out, JsonMapper json) throws IOException {
			json.writeValue(out, list.page(after, limit));
		}
	},

	/** A candidate on each line, one by one. */
	NDJSON {
		@Override
		void write(CandidateList list, int after, int limit, OutputStream out, JsonMapper json) throws IOException {
			Writer lines = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
			list.each(after, limit, (candidate) -> lines.append(json.writeValueAsString(candidate)).append('\n'));
			lines.close();
		}
	},

	/** A line for each candidate, one by one. */
	CSV {
		@Override
		void write(CandidateList list, int after, int limit, OutputStream out, JsonMapper json) throws IOException {
			CsvAnswer<Candidate> csv = new CsvAnswer<>(CandidateColumns.ALL, out);
			list.each(after, limit, csv::write);
			csv.finish();
		}
	},

	/** A table of the Virtual Observatory. */
	VOTABLE {
		@Override
		void write(CandidateList list, int after, int limit, OutputStream out, JsonMapper json) throws IOException {
			astronomy(AnswerFormat.VOTABLE, list, after, limit, out);
		}
	},

	/** A binary table. */
	FITS {
		@Override
		void write(CandidateList list, int after, int limit, OutputStream out, JsonMapper json) throws IOException {
			astronomy(AnswerFormat.FITS, list, after, limit, out);
		}
	},

	/** CSV that says what its columns are. */
	ECSV {
		@Override
		void write(CandidateList list, int after, int limit, OutputStream out, JsonMapper json) throws IOException {
			astronomy(AnswerFormat.ECSV, list, after, limit, out);
		}
	},

	/** A table in columns. */
	IPAC {
		@Override
		void write(CandidateList list, int after, int limit, OutputStream out, JsonMapper json) throws IOException {
			astronomy(AnswerFormat.IPAC, list, after, limit, out);
		}
	};

	private static void astronomy(AnswerFormat format, CandidateList list, int after, int limit, OutputStream out)
			throws IOException {
		AstronomyAnswer<Candidate> table = new AstronomyAnswer<>(format, list.card().modelName() + "-candidates",
				list.stored().summary().notes(), CandidateColumns.ALL, out);
		list.each(after, limit, table::write);
		table.finish();
	}

	static CandidateAnswer of(AnswerFormat format) {
		return valueOf(format.name());
	}

	/**
	 * Writes a part of a list.
	 * @param list the list
	 * @param after begins with the rank after this one
	 * @param limit how many at most
	 * @param out where to write
	 * @param json for the forms that are JSON
	 * @throws IOException when the client is gone
	 */
	abstract void write(CandidateList list, int after, int limit, OutputStream out, JsonMapper json) throws IOException;

}
