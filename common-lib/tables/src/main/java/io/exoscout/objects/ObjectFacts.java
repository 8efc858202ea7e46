package io.exoscout.objects;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What a table says of an object, repeated beside a score so that nobody has to look it
 * up; each part is {@code null} where the table does not say.
 *
 * @param period orbital period in days
 * @param depth transit depth in ppm
 * @param radius radius in Earth radii
 * @param magnitude brightness of the star in the band of its survey: Kepler, TESS, or V
 * for K2
 * @param ra right ascension in degrees
 * @param dec declination in degrees
 * @param link the archive's page about the object
 * @param exofop ExoFOP's page about its star
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ObjectFacts(@Nullable Float period, @Nullable Float depth, @Nullable Float radius,
		@Nullable Float magnitude, @Nullable Float ra, @Nullable Float dec, @Nullable String link,
		@Nullable String exofop) {

	/** Of an object that nothing is known of. */
	public static final ObjectFacts NONE = new ObjectFacts(null, null, null, null, null, null, null, null);

}
