package dev.parley.web.openapi;

import dev.parley.application.shared.SystemError;
import dev.parley.domain.account.AccountError;
import dev.parley.domain.attachment.AttachmentError;
import dev.parley.domain.conversation.ConversationError;
import dev.parley.domain.item.ItemError;
import dev.parley.domain.run.RunError;
import dev.parley.domain.shared.FieldError;
import dev.parley.domain.signin.SignInError;
import dev.parley.domain.task.TaskError;
import dev.parley.web.request.RequestError;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The errors that an endpoint may answer with, by their features, besides those of every endpoint. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Errors {

    FieldError[] field() default {};

    ConversationError[] conversation() default {};

    RunError[] run() default {};

    TaskError[] task() default {};

    AttachmentError[] attachment() default {};

    ItemError[] item() default {};

    AccountError[] account() default {};

    SignInError[] signIn() default {};

    SystemError[] system() default {};

    RequestError[] request() default {};
}
