package io.exoscout.catalog;

import java.io.IOException;
import java.io.InputStream;

import io.exoscout.form.SentTable;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Takes the archive's table of confirmed planets. */
@Tag(name = "Catalog")
@RestController
@RequestMapping(path = PlanetImportController.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
record PlanetImportController(CatalogImport imports) {

	static final String PATH = "/get-exoplanets/import";

	@Operation(operationId = "importPlanets", summary = "Import the archive's table of confirmed planets",
			description = """
					The table `PSCompPars` as the archive gives it, with or without its comments and with any of its columns \
					beside the planet's, the star's and the discovery's; packed with gzip or not. All of it is checked before the \
					first planet is written. Planets are known by their names: the same table twice changes nothing, a newer one \
					changes what it says otherwise. Rows with a value that can not be one are refused, with line and column. \
					Planets that somebody saved stay as they are, beside those of the archive.""")
	@PostMapping(consumes = { MediaType.MULTIPART_FORM_DATA_VALUE, SentTable.CSV })
	ImportReport take(@RequestParam(name = "file", required = false) @Nullable MultipartFile file,
			@Parameter(in = ParameterIn.QUERY, description = "whether only to say what would happen") @RequestParam(
					name = "dry_run", defaultValue = "false") boolean dryRun,
			HttpServletRequest request) throws IOException {
		SentTable table = SentTable.of(request, file);
		try (InputStream bytes = table.bytes()) {
			return this.imports.read(bytes, table.name(), dryRun);
		}
	}

}
