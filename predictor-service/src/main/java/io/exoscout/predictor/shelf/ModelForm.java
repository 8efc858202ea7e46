package io.exoscout.predictor.shelf;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

import io.exoscout.model.ModelCard;
import io.exoscout.model.ModelStore;
import io.exoscout.problem.ErrorCode;
import io.exoscout.problem.ProblemException;
import io.exoscout.problem.Quoted;
import io.exoscout.store.BlobRef;

import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** The forms in which a model is kept as a file. */
enum ModelForm {

	/** Ours, which every model has. */
	EXOSCOUT {
		@Override
		BlobRef file(ModelCard card) {
			return card.file();
		}
	},
	/** Tribuo's, of models that Tribuo trained. */
	TRIBUO {
		@Override
		BlobRef file(ModelCard card) {
			if (card.tribuo() == null) {
				throw new ProblemException(ErrorCode.NO_TRIBUO_FILE,
						"Model '%s' was not trained by Tribuo, but by the engine '%s': it has no file of Tribuo's"
							.formatted(card.modelId(), card.manifest().options().engine().id()));
			}
			return card.tribuo();
		}
	};

	/** The form of a name. */
	static ModelForm of(String format) {
		return switch (format) {
			case "exoscout" -> EXOSCOUT;
			case "tribuo" -> TRIBUO;
			default -> throw ProblemException.invalidParameter("format",
					"format is '%s'; accepted are exoscout, tribuo; ONNX files are at /models/{id}/onnx"
						.formatted(Quoted.shortened(format)));
		};
	}

	/** Where it is kept. */
	abstract BlobRef file(ModelCard card);

	ResponseEntity<InputStreamResource> answer(ModelCard card, ModelStore models) {
		BlobRef file = file(card);
		ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
			.contentType(MediaType.APPLICATION_OCTET_STREAM)
			.eTag('"' + file.sha256() + '"')
			.header(HttpHeaders.CONTENT_DISPOSITION,
					ContentDisposition.attachment()
						.filename("%s.%s".formatted(card.modelName(), name().toLowerCase(Locale.ROOT)))
						.build()
						.toString());
		if (this == EXOSCOUT) {
			answer.contentLength(file.bytes());
		}
		// opened only when it is sent: who has it already is told so, and nobody would
		// close it
		return answer.body(new InputStreamResource(() -> open(file, models)));
	}

	private InputStream open(BlobRef file, ModelStore models) throws IOException {
		InputStream kept = models.open(file);
		if (this == EXOSCOUT) {
			return kept;
		}
		try {
			return new GZIPInputStream(kept);
		}
		catch (IOException ex) {
			kept.close();
			throw ex;
		}
	}

}
