/** Objects of a server of the S3 protocol, and blobs kept as such. */
@NullMarked
package io.exoscout.s3;

import org.jspecify.annotations.NullMarked;
