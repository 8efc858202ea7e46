package io.exoscout.store;

import org.springframework.data.mapping.context.MappingContext;
import org.springframework.data.mongodb.core.convert.DbRefResolver;
import org.springframework.data.mongodb.core.convert.DefaultMongoTypeMapper;
import org.springframework.data.mongodb.core.convert.MappingMongoConverter;
import org.springframework.data.mongodb.core.mapping.MongoPersistentEntity;
import org.springframework.data.mongodb.core.mapping.MongoPersistentProperty;

/**
 * Maps records to documents. Keys of maps may come from an uploaded table (labels, column
 * names), so whatever could be taken for a path or an operator is percent-encoded on the
 * way in and decoded on the way out. No class names are stored, so a document can not
 * choose what it is read as.
 */
public class EscapingConverter extends MappingMongoConverter {

	/** Stands for the empty key, which is no valid field name everywhere. */
	private static final String EMPTY = "%";

	public EscapingConverter(DbRefResolver references,
			MappingContext<? extends MongoPersistentEntity<?>, MongoPersistentProperty> context) {
		super(references, context);
		setTypeMapper(new DefaultMongoTypeMapper(null));
	}

	@Override
	protected String potentiallyEscapeMapKey(String key) {
		return key.isEmpty() ? EMPTY
				: key.replace("%", "%25").replace(".", "%2E").replace("$", "%24").replace("\0", "%00");
	}

	@Override
	protected String potentiallyUnescapeMapKey(String key) {
		if (key.indexOf('%') < 0) {
			return key;
		}
		return key.equals(EMPTY) ? ""
				: key.replace("%2E", ".").replace("%24", "$").replace("%00", "\0").replace("%25", "%");
	}

}
