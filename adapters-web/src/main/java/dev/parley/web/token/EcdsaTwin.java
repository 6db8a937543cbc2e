package dev.parley.web.token;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.BigIntegerUtils;
import com.nimbusds.jwt.SignedJWT;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;

/**
 * The other form of a token that is signed with ECDSA: where a signature (r, s) is good, so is (r, n - s), n being the order
 * of the curve, and whoever has the one can make the other.
 */
final class EcdsaTwin {

    private EcdsaTwin() {}

    /** The same token with the other signature; empty where it is not signed with ECDSA. */
    static Optional<String> of(SignedJWT token) {
        JWSAlgorithm algorithm = token.getHeader().getAlgorithm();
        if (!JWSAlgorithm.Family.EC.contains(algorithm)) {
            return Optional.empty();
        }
        BigInteger order = Curve.forJWSAlgorithm(algorithm)
                .iterator()
                .next()
                .toECParameterSpec()
                .getOrder();
        Base64URL signature = twin(token.getSignature().decode(), order);
        return Optional.of(new String(token.getSigningInput(), US_ASCII) + "." + signature);
    }

    /** Both numbers take half of the signature (RFC 7518, section 3.4). */
    private static Base64URL twin(byte[] signature, BigInteger order) {
        int half = signature.length / 2;
        BigInteger s = new BigInteger(1, Arrays.copyOfRange(signature, half, signature.length));
        byte[] other = BigIntegerUtils.toBytesUnsigned(order.subtract(s));
        byte[] twin = Arrays.copyOf(Arrays.copyOf(signature, half), signature.length);
        System.arraycopy(other, 0, twin, signature.length - other.length, other.length);
        return Base64URL.encode(twin);
    }
}
