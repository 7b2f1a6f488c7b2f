package constancia.web.openapi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a handler answers, where its signature does not tell. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Answers {

    int status() default 200;

    /** The record that is answered; {@code Void} for what the signature says. */
    Class<?> with() default Void.class;

    /** The record whose components are the fields of the request's JSON; {@code Void} for none. */
    Class<?> takes() default Void.class;
}
