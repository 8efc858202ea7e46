package io.exoscout.forecast;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;

import io.exoscout.forecast.collection.FieldPath;
import io.exoscout.forecast.collection.RowUpload;
import io.exoscout.forecast.collection.SeriesCollections;
import io.exoscout.form.SentTable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** The points that series are made of. */
@Tag(name = "Series")
@RestController
@RequestMapping(path = CollectionController.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
record CollectionController(SeriesCollections collections, RowUpload uploads) {

	static final String PATH = "/exo-scout-series/collections";

	@Operation(operationId = "listCollections", summary = "List the collections of points")
	@GetMapping
	List<SeriesCollections.Line> list() {
		return this.collections.list();
	}

	@Operation(operationId = "addPoints", summary = "Add the rows of a CSV table to a collection",
			description = """
					Comma-separated, with a header, packed with gzip or not; a collection that is not there yet is made. Dots in \
					the name of a column make objects within: `additional_features.sensor_id`. All of it is checked before the \
					first row is written. The same file again adds nothing.""")
	@PostMapping(path = "/{name}", consumes = { MediaType.MULTIPART_FORM_DATA_VALUE, SentTable.CSV })
	@ResponseStatus(HttpStatus.CREATED)
	RowUpload.Added add(@Parameter(description = "of the collection") @PathVariable String name,
			@RequestParam(name = "file", required = false) @Nullable MultipartFile file,
			@Parameter(in = ParameterIn.QUERY, description = "the column with the times") @RequestParam(
					name = "timestamp_field", defaultValue = "timestamp") String time,
			HttpServletRequest request) throws IOException {
		SentTable table = SentTable.of(request, file);
		try (InputStream bytes = table.bytes()) {
			return this.uploads.add(bytes, name, FieldPath.of("timestamp_field", time));
		}
	}

	@Operation(operationId = "deleteCollection", summary = "Delete a collection of points",
			description = "Its models stay.")
	@DeleteMapping("/{name}")
	DeletedCollection delete(@Parameter(description = "of the collection") @PathVariable String name) {
		this.collections.delete(name);
		return new DeletedCollection("deleted", name);
	}

	/**
	 * The answer to a delete.
	 *
	 * @param status {@code deleted}
	 * @param collectionName which one
	 */
	record DeletedCollection(String status, String collectionName) {
	}

}
